interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** Why it cannot be chosen. */
  readonly unavailable?: string;
}

/** A few exclusive options side by side; null where none of them is what is shown. */
export const Choice = <Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}) => (
  <fieldset className="chart-choice">
    <legend className="chart-hidden">{label}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className="chart-toggle"
        aria-pressed={option.value === value}
        disabled={option.unavailable !== undefined}
        title={option.unavailable}
        onClick={() => onChange(option.value)}
      >
        {option.name}
      </button>
    ))}
  </fieldset>
);
