// A manuscript is a document before it has a file format: a header that says what an indexer must
// find in it, then the text as it stands on the paper.
//
//   ---
//   file: tinh/dong-giang/05-nq-tu-2022.docx
//   symbol: 05-NQ/TU
//   …
//   ---
//   TỈNH ỦY ĐÔNG GIANG || ĐẢNG CỘNG SẢN VIỆT NAM
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_FIELDS, headerProblems, queries } from './fields.mjs';

// Reads a folder in the order of names, so that whatever is made of it is the same everywhere.
// A bad manuscript does not stop the others: its slips come back as lines "file: field x …".
export function readManuscripts(folder) {
  const manuscripts = [];
  const problems = [];
  const owners = new Map();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.txt')).sort()) {
    const manuscript = parse(readFileSync(join(folder, name), 'utf8'), name);
    const other = owners.get(manuscript.header.file);
    if (other) manuscript.problems.push(`${name}: field file is also the file of ${other}`);
    owners.set(manuscript.header.file, name);
    if (manuscript.problems.length) problems.push(...manuscript.problems);
    else manuscripts.push(manuscript);
  }
  return { manuscripts, problems };
}

// → {name, header, body, problems}; the header's values are the strings as written
export function parse(text, name) {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n');
  const close = lines.findIndex((line, at) => at > 0 && isFence(line));
  if (!isFence(lines[0]) || close < 0)
    return { name, header: {}, body: '', problems: [`${name}: no header between two lines “---”`] };
  const { header, problems } = parseHeader(lines.slice(1, close));
  problems.push(...headerProblems(header));
  const body = trimBlankLines(lines.slice(close + 1));
  if (!body) problems.push({ field: 'text', message: 'is empty' });
  return { name, header, body, problems: problems.map((p) => `${name}: field ${p.field} ${p.message}`) };
}

// "key: value  # remark" lines; shared with the ledgers, whose headers have other fields
export function parseHeader(lines) {
  const header = {};
  const problems = [];
  for (const line of lines) {
    if (!line.trim()) continue;
    const parts = /^\s*([a-z_]+)\s*:\s*(.*)$/u.exec(line);
    if (!parts) problems.push({ field: line.trim().slice(0, 30), message: 'is not “field: value”' });
    else if (parts[1] in header) problems.push({ field: parts[1], message: 'stands twice' });
    else header[parts[1]] = parts[2].replace(/(^|\s+)#\s.*$/u, '').trim();
  }
  return { header, problems };
}

// What a test asks of the file made from this manuscript.
export function expectation({ header }) {
  const fields = {};
  const given = header.meta ? JSON.parse(header.meta) : {};
  for (const field of RECORD_FIELDS) {
    const value = given[field] ?? header[field]; // a field handed over beside the file wins
    if (value) fields[field] = value;
  }
  if (header.read) Object.assign(fields, JSON.parse(header.read));
  return { fields, find: queries(header.find), not_find: queries(header.not_find) };
}

export const isFence = (line) => /^---\s*$/.test(line ?? '');

function trimBlankLines(lines) {
  return lines.join('\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
