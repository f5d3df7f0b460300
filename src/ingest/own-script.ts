/** What the page's policy of trusted types offers, as far as it is used here; browsers without it have no such object. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

const sameOrigin = (address: string): string => {
  const { origin, href } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`${href} is no script of this page.`);
  return href;
};

let policy: { createScriptURL(address: string): string } | null = null;

/**
 * The address of one of the page's own scripts, in the form that its policy demands of what starts a worker.
 * Throws a TypeError for an address of another origin.
 */
export const ownScript = (address: string): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // The policy allows one set of rules, under this name, to be made once.
  policy ??= trustedTypes?.createPolicy('paydown', { createScriptURL: sameOrigin }) ?? { createScriptURL: sameOrigin };
  return policy.createScriptURL(address);
};
