import { Panel } from '../menu/Panel.tsx';
import type { TableColumn } from './data/table-model.ts';

/** Which columns are to be seen, as a list that opens below its button. The first column stays. */
export const ColumnChoice = ({
  columns,
  visible,
  onChange,
}: {
  readonly columns: readonly TableColumn[];
  readonly visible: Readonly<Record<string, boolean>>;
  readonly onChange: (visible: Record<string, boolean>) => void;
}) => {
  const choosable = columns.slice(1);
  const count = choosable.filter(({ id }) => visible[id]).length;
  const all = (shown: boolean) => onChange(Object.fromEntries(choosable.map(({ id }) => [id, shown])));
  return (
    <Panel
      className="data-table-choice"
      summary={
        <summary className="data-table-button">
          Columns {count} of {choosable.length}
        </summary>
      }
    >
      <div className="data-table-panel">
        <div className="data-table-tools">
          <button type="button" className="data-table-button" onClick={() => all(true)}>
            All
          </button>
          <button type="button" className="data-table-button" onClick={() => all(false)}>
            None
          </button>
        </div>
        <ul>
          {choosable.map(({ id, heading }) => (
            <li key={id}>
              <label className="data-table-check">
                <input
                  type="checkbox"
                  checked={visible[id] ?? false}
                  onChange={({ target }) => onChange({ ...visible, [id]: target.checked })}
                />
                {heading}
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
};
