/** Made from the installed packages when the app is built. */
declare module 'virtual:licences' {
  export const licences: readonly import('./licence.ts').Licence[];
}
