import {
  acrossMonthsTable,
  againstOfferingTable,
  monthOfYearTable,
  statementIdentities,
  yearEndTable,
  yearTable,
} from '../../../checks/identities/index.ts';
import type { CheckScope, Identity } from '../../../checks/identity.ts';

/** Identities about one thing, as a person looks them up. */
export interface CheckGroup {
  readonly scope: CheckScope;
  readonly about: string;
  readonly identities: readonly Identity[];
}

const all: readonly Identity[] = [
  ...statementIdentities,
  ...acrossMonthsTable,
  ...monthOfYearTable,
  ...yearTable,
  ...yearEndTable,
  ...againstOfferingTable,
];

/** What an identity is called in addresses: its id without the concept that it is about. */
export const checkEntry = (id: string): string => id.replace(/\[.*$/, '');

/** All identities that are tested, those that differ in the column alone as one, by what they compare. */
export const checkGroups = (): readonly (readonly [CheckScope, readonly CheckGroup[]])[] => {
  const groups = new Map<string, { scope: CheckScope; about: string; identities: Identity[] }>();
  for (const identity of all) {
    const key = `${identity.scope} ${checkEntry(identity.id)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { scope: identity.scope, about: identity.about, identities: [identity] });
    else group.identities.push(identity);
  }
  const scopes = [...new Set(all.map(({ scope }) => scope))];
  return scopes.map((scope) => [scope, [...groups.values()].filter((group) => group.scope === scope)] as const);
};
