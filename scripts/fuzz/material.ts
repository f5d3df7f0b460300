import { simulate } from '../samples/deal.ts';
import { printOffering } from '../samples/print/offering.ts';
import { layouts, print } from '../samples/print/print.ts';
import { printRandom } from '../samples/print/random.ts';
import { wrapSubmission } from '../samples/print/submission.ts';
import { printUsBankAnnual } from '../samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../samples/statement.ts';
import { variedOptions } from '../samples/variety.ts';

/** Statements to begin from: every layout, bare and as a submission, short enough to be read thousands of times. */
export function statementTexts(): readonly string[] {
  const deals = Array.from({ length: 6 }, (_, seed) =>
    simulate(seed + 1, { ...variedOptions(seed + 1), months: 14, seniorClasses: 1 + (seed % 2), mezzanineClasses: 2 }),
  );
  const texts: string[] = [];
  const names = Object.keys(layouts) as (keyof typeof layouts)[];
  deals.forEach((deal, number) => {
    const statement = monthlyStatement(deal, 2 + number);
    const layout = names[number % names.length]!;
    const printed = print(statement, layout);
    texts.push(printed.text);
    texts.push(wrapSubmission(printed, statement, { envelope: number % 2 === 0 }).text);
    texts.push(wrapSubmission(printed, statement, { form: '8-K/A', exhibit: 'body' }).text);
    for (let seed = 0; seed < 6; seed++) texts.push(printRandom(statement, 6 * number + seed).text);
    for (const gap of [0, 1]) texts.push(printRandom(statement, 1000 + number, { gap }).text);
    texts.push(printOffering(deal).text);
    const year = Number(deal.months[0]!.date.slice(0, 4));
    if (number < 2) texts.push(printUsBankAnnual(annualStatement(deal, year)).text);
  });
  return texts;
}
