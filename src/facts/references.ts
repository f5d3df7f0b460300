/** What a label says beside its meaning: where a figure comes from, how it is made, of which day it is. */

/** Abbreviations of the words before them, in parentheses. */
const inOtherWords = /\((?:WAC|WAM|WAMM|WART|WARM|WALA|OC|O\/C|UPB|SPB|REO|PPIS|APR|IO|PO|N)\)/g;

/** `(7.03 & 5.04)`, `(I-2)`, `(Item 94)`, `{12}`: where an agreement or another line speaks of the same; `(1)` a note. */
const crossReference =
  /\((?:(?:see\s+)?(?:sec(?:tion)?s?\.?|§+|items?|lines?|notes?|clauses?|art(?:icle)?\.?)\s*)?(?:[IVXL]{0,4}-?\d[\d.]*(?:\s?[a-z])?(?:\([a-z\d]{1,4}\))*|[ivx]{1,5})(?:\s*(?:&|,|and|\+)\s*[IVXL]{0,4}-?\d[\d.]*(?:\s?[a-z])?(?:\([a-z\d]{1,4}\))*)*\s*\)|\([^(){]*\{[^()]*\)|\{\d+[a-z]?\}|\[[^[\]\d]*\d[^[\]]*\]/gi;

/** `(9)=(3-5-7+8)`: columns that a column is made of. */
const formula = /\(?\d{1,2}\)?\s*=\s*\(?\d{1,2}(?:\s*[-+x*/]\s*\(?\d{1,2}\)?)+\)?/g;

/** `Servicing Fee (1.00% per annum)`: how it is reckoned. */
const ratePerYear = /\(\s*\d[\d.]{0,8}\s?%\s+(?:per\s+annum|p\.\s?a\.|annually)\s*\)/gi;

/** `(D / Original Pool Balance)` */
const quotient = /\(\s*[A-Z\d]{1,4}\s+[/x*+-]\s+[^()]{0,40}\)/g;

/** `Sec. 4.03(iii) Servicing Fee`: the place in the agreement that asks for it. */
const leadingReference =
  /^(?:sec(?:tion|t)?\.?|§|clause|article|item)\s*\d[\d.]{0,15}(?:\s?\(\w{1,5}\))*[:.,\s-]{0,8}(?=\S{0,40}[a-z]{3})/i;

const printedDate =
  /\b(?:\d{1,2}-[A-Za-z]{3,9}-\d{2,4}|\d{1,2}\/\s?\d{1,2}\/\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s*,\s*\d{4})/gi;

/** A remark in parentheses of four words or more; what it says of time or extent is kept. */
const remark = /\([^()]*\)/g;

const says =
  /cumul|aggregat|since|to.date|\b1,?000\b|\bper\b|prior|preced|previous|begin|next|after|before|following|net\b|delinq|day/i;

const isAside = (text: string): boolean => text.split(/\s+/).length >= 4 && !says.test(text);

/** `Less: Principal Distribution`, `Plus Servicer Advances`. */
const sign = /^(?:less|plus|add|minus|deduct)(?:\s*[:-]\s*|\s+)(?!than\b)(?=[A-Za-z])/i;

/** `after giving effect to payments`. */
const givingEffect = /\b(after|before|prior to)\s+giving\s+effect\s+to\b/gi;

/** `as of the close of business on the last day of the related Collection Period`; of a period before it, something else is said. */
const closeOfBusiness =
  /\b(?:as\s+of\s+)?(?:the\s+)?(?:(?:close|opening)\s+of\s+business(?:\s+on)?|end\s+of\s+the\s+day\s+on)\b/gi;

const dayOfPeriod = /\b(last|first)\s+day\s+of\b/gi;

const period =
  /\b(?:(?:for|during|in)\s+)?(?:the\s+|such\s+|a\s+)?(?:(?:related|current|such|this|all|each)\s+)?(?<!\b(?:preceding|prior|previous)\s)(?:collection|due|reporting|monthly|remittance)\s+periods?\b/gi;

/** `as of the current Distribution Date`: at the end; a day of distributions is no distribution. */
const asOfCurrent =
  /\b(?:as\s+of|on|for|following|after|with\s+respect\s+to)\s+(?:the\s+|such\s+)?(?:current|this|such|related)\s+(?:distribution|payment|remittance)\s+date\b/gi;

const dayOfPayment = /\b(?:distribution|payment|remittance)\s+dates?\b/gi;

/**
 * The text without what only repeats it or says where it comes from; the text itself where nothing else is in it. `small` holds it in small
 * letters.
 */
export function withoutReferences(text: string, small: string): string {
  let said = text.replace(sign, '');
  if (small.includes('giving')) said = said.replace(givingEffect, '$1');
  if (small.includes('date')) said = said.replace(asOfCurrent, 'ending').replace(dayOfPayment, ' ');
  if (small.includes('business') || small.includes('end of the day')) said = said.replace(closeOfBusiness, ' ');
  if (small.includes('day of'))
    said = said.replace(dayOfPeriod, (_: string, day: string) =>
      day.toLowerCase() === 'last' ? 'ending' : 'beginning',
    );
  if (small.includes('period')) said = said.replace(period, ' ');
  said = said.trim();
  if (said === '') return text;
  if (!/[\d({[]/.test(said)) return said;
  const left = said
    .replace(remark, (aside) => (isAside(aside) ? ' ' : aside))
    .replace(leadingReference, '')
    .replace(formula, ' ')
    .replace(quotient, ' ')
    .replace(ratePerYear, ' ')
    .replace(inOtherWords, ' ')
    .replace(crossReference, (reference) => (/\b(?:30|60|90|120|1,?000)\b/.test(reference) ? reference : ' '))
    .replace(printedDate, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[A-Za-z]/.test(left) ? left : text;
}
