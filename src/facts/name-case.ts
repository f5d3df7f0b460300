/** Names in capitals, as a person writes them. */

const keptCapitals = new Set(
  'LLC LP NA N.A. II III IV VI VII VIII IX ABS ABFC ACE BNC MASTR CSFB CSFBMSC RAMP RASC RALI SASCO IMC GE WFS AFC BA CIT CWABS CWALT CWMBS GSAMP GSR HSBC JPM NIM SAIL SARM SABR UCFC WMC AMRESCO ARC AMAC FNMA GMAC IXIS C-BASS CBASS EMC FBR HEAT HSI NAAC NC SG SURF USA US MH DLJ DVI ABN AMRO PNC TMS UBS UACSC OMI MBNA'.split(
    ' ',
  ),
);

/** Capitals to the way a person writes a name; mixed case is left as printed. */
export function asName(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (/[a-z]/.test(trimmed)) return trimmed;
  return trimmed
    .split(' ')
    .map((word, index) => {
      const bare = word.replace(/[^A-Z0-9.-]/g, '');
      if (
        keptCapitals.has(bare) ||
        /\d/.test(word) ||
        (/Q(?!U)/.test(bare) && bare.length <= 5) ||
        (bare.length > 1 && !/[AEIOUY]/.test(bare) && !/^(?:MR|DR|ST|CO|LTD|CORP)\.?$/.test(bare))
      )
        return word;
      if (index > 0 && /^(?:OF|AND|THE|FOR|IN|BY|AS|TO)$/.test(word)) return word.toLowerCase();
      return word
        .toLowerCase()
        .replace(/(^|[-/(.])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}
