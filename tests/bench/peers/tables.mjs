// Numbers from lists of numbers, and tables of them as Markdown.

export const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
export const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];
export const median = (list) => quantile(list, 0.5);

/** A number with three digits that tell: 0.0123, 1.23, 123. */
export function short(number) {
  if (number === undefined || Number.isNaN(number)) return '–';
  if (number === 0) return '0';
  const digits = Math.max(0, Math.min(4, 2 - Math.floor(Math.log10(Math.abs(number)))));
  return number.toFixed(digits);
}

/** Rows of cells, the first their heads; numbers are shortened. */
export function table(...rows) {
  const text = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : short(cell))));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(text[0]), `|${'---|'.repeat(text[0].length)}`, ...text.slice(1).map(line)].join('\n');
}
