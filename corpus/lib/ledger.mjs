// A ledger is what an office's mail program exports: one record a line. Its source is a text of
// several manuscripts with the headers such programs know:
//
//   ---
//   id: den-2024-0117
//   title: …      symbol: …      type: …      issuer: …      date: …      noi_nhan: …      grade: mat
//   find: …       not_find: …
//   ---
//   body, until the next header
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GRADES, queries } from './fields.mjs';
import { isFence, parseHeader } from './manuscript.mjs';

const REQUIRED = ['id', 'title', 'symbol', 'type', 'issuer', 'date', 'noi_nhan', 'find', 'not_find'];
const EXPECTED = ['symbol', 'type', 'issuer', 'date', 'title', 'grade'];

// `van-ban-den.jsonl.txt` becomes `van-ban-den.jsonl` in the ledger folder of the sample.
export function readLedgers(folder, target) {
  const ledgers = [];
  const problems = [];
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.txt')).sort()) {
    const { documents, slips } = splitDocuments(readFileSync(join(folder, name), 'utf8'), REQUIRED);
    problems.push(...slips.map((slip) => `${name}: ${slip}`));
    ledgers.push({ name, file: `${target}/${name.replace(/\.txt$/, '')}`, documents });
  }
  return { ledgers, problems };
}

// The headings of an office's register; the last is a further field.
const COLUMNS = { id: 'Mã', symbol: 'Số, ký hiệu', title: 'Trích yếu', type: 'Loại văn bản', issuer: 'Cơ quan ban hành', date: 'Ngày ban hành', grade: 'Độ mật', body: 'Nội dung', noi_nhan: 'Nơi nhận' };

// As Excel saves a table in Vietnam: semicolons, a byte order mark, Windows line ends, days as 05/03/2024.
function table(documents) {
  const quoted = (value) => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = documents.map(({ header, body }) =>
    Object.keys(COLUMNS).map((field) => ({ ...header, body, date: header.date.split('-').reverse().join('/') })[field] ?? ''));
  return `\ufeff${[Object.values(COLUMNS), ...rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('')}`;
}

export function ledgerLines({ file, documents }) {
  if (file.endsWith('.csv')) return table(documents);
  return documents.map(({ header, body }) => {
    const { find, not_find, ...record } = header;
    return `${JSON.stringify({ ...record, body })}\n`;
  }).join('');
}

export function ledgerExpectation({ documents }) {
  return {
    documents: documents.map(({ header }) => ({
      id: header.id,
      // These programs write a grade only where there is one.
      fields: Object.fromEntries(EXPECTED.map((field) => [field, header[field] ?? 'open']).filter(([, value]) => value)),
      find: queries(header.find),
      not_find: queries(header.not_find),
    })),
  };
}

// → {documents: [{header, body}, …], slips}; parcels (parcel.mjs) are written so too
export function splitDocuments(text, required) {
  const documents = [];
  const slips = [];
  const parts = split(text.split('\n'));
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const { header, problems } = parseHeader(parts[at]);
    for (const field of required) if (!(field in header)) problems.push({ field, message: 'is missing' });
    if (header.grade && !GRADES.includes(header.grade)) problems.push({ field: 'grade', message: 'is unknown' });
    slips.push(...problems.map(({ field, message }) => `${header.id ?? header.name ?? `document ${(at + 1) / 2}`}: field ${field} ${message}`));
    documents.push({ header, body: parts[at + 1].join('\n').trim() });
  }
  return { documents, slips };
}

// [before, header, body, header, body, …]
function split(lines) {
  const parts = [[]];
  for (const line of lines)
    if (isFence(line)) parts.push([]);
    else parts[parts.length - 1].push(line);
  return parts;
}
