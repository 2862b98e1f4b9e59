// The fields of a manuscript's header: which exist, which may be empty, what each may hold.
//
//   date: 2022-06-01      day known
//   date: 2026-05         the day is blank on the paper
//   date:                 no date at all: absence is ordinary, a missing line is a slip

import { LEGACY_FORMS } from './legacy.mjs';

export const GRADES = ['open', 'internal', 'mat', 'toi-mat', 'tuyet-mat'];
export const LEVELS = ['trung ương', 'tỉnh', 'huyện', 'xã', 'chi bộ'];
export const FORMS = ['nfc', 'nfd', 'eth', ...LEGACY_FORMS];
export const LETTERHEADS = ['columns', 'stacked'];
export const FURNITURE = ['counter', 'related', 'menu', 'comments'];

// What an indexer reads from the paper, in the order of the record.
export const RECORD_FIELDS = ['symbol', 'type', 'issuer', 'level', 'date', 'title', 'grade', 'term'];

const REQUIRED = ['file', 'form', 'letterhead', ...RECORD_FIELDS, 'find', 'not_find'];
const OPTIONAL = ['meta', 'page', 'read', 'scan'];

const oneOf = (values) => (value) =>
  values.includes(value) ? null : `“${value}” is none of ${values.join(' | ')}`;
const emptyOr = (rule) => (value) => (value === '' ? null : rule(value));
const matching = (pattern, wanted) => (value) =>
  pattern.test(value) ? null : `“${value}” is not ${wanted}`;

const RULES = {
  file: (value) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9 ._()/-]*\.(txt|html|docx|doc|rtf|odt|pdf)$/.test(value))
      return `“${value}” is not an ASCII path ending in .txt, .html, .docx, .doc, .rtf, .odt or .pdf`;
    return value.split('/').includes('..') ? `“${value}” leaves the sample` : null;
  },
  form: oneOf(FORMS),
  letterhead: oneOf(LETTERHEADS),
  symbol: emptyOr(matching(/\d.*[-/]/u, 'a symbol such as 05-NQ/TU')),
  level: emptyOr(oneOf(LEVELS)),
  date: emptyOr(calendarDate),
  grade: oneOf(GRADES),
  term: emptyOr(matching(/^([IVX]+|\d{4}-\d{4})$/, 'a term such as XIII or 2020-2025')),
  find: (value) => (queries(value).length ? null : 'names no query'),
  not_find: (value) => (queries(value).length ? null : 'names no query'),
  scan: matching(/^-?[0-2](\.\d)?$/, 'an angle in degrees such as 0.7'),
  meta: (value) => jsonObject(value) ?? null,
  read: (value) => jsonObject(value) ?? null,
  page: (value) => jsonObject(value) ?? unknownFurniture(JSON.parse(value)),
};

// All slips of one header, as {field, message}: a writer mends them in one go.
export function headerProblems(header) {
  const problems = [];
  for (const field of REQUIRED)
    if (!(field in header)) problems.push({ field, message: 'is missing' });
  for (const [field, value] of Object.entries(header)) {
    if (!REQUIRED.includes(field) && !OPTIONAL.includes(field))
      problems.push({ field, message: 'is no field of a manuscript' });
    const message = RULES[field]?.(value) ?? (field === 'scan' && !header.file?.endsWith('.pdf') ? 'is for .pdf files' : null);
    if (message) problems.push({ field, message });
    // Readers type strange code points too, so a query may; what must be found is written one way.
    if (field !== 'find' && field !== 'not_find' && value !== value.normalize('NFC').replaceAll('\u00d0', 'Đ'))
      problems.push({ field, message: 'is not in NFC with U+0110 for Đ; the code points are asked by “form”' });
  }
  return problems;
}

// "a; b; "c d"" → three queries
export function queries(value) {
  return value.split(';').map((query) => query.trim()).filter(Boolean);
}

function calendarDate(value) {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!parts) return `“${value}” is not yyyy-mm-dd or yyyy-mm`;
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(Date.UTC(+year, +month - 1, +day));
  return date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day
    ? null
    : `“${value}” is not in the calendar`;
}

function jsonObject(value) {
  try {
    const parsed = JSON.parse(value);
    return parsed && typeof parsed === 'object' && !Array.isArray(parsed) ? undefined : 'is not a JSON object';
  } catch (error) {
    return `is not JSON: ${error.message}`;
  }
}

function unknownFurniture(page) {
  const strange = Object.keys(page).filter((name) => !FURNITURE.includes(name));
  return strange.length ? `knows no ${strange.join(', ')}` : null;
}
