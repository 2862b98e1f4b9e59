// Texts as they were typed before Unicode. A legacy letter is written as the Latin-1 letter of its byte, which is how
// programs of today show it; a text file holds the bytes themselves.
//
//   inLegacy('tcvn3', 'Nghị quyết')  →  'NghÞ quyÕt'
//
// The tables are those of the indexer. Capitals with a tone do not exist in TCVN3: fonts drew the small letter's byte.
import { readFileSync } from 'node:fs';

export const LEGACY_FORMS = ['tcvn3', 'vni'];

const SOURCE = readFileSync(new URL('../../analyzers/data/legacy_encodings.inc', import.meta.url), 'utf8');
const MARKS = { '–': '\u0096', '“': '\u0093', '”': '\u0094', '…': '\u0085' };

// 128 code points in hexadecimal, from byte 0x80 on; 0 = none
function bytesOf(name) {
  const numbers = new RegExp(`${name} = \\{([^}]*)\\}`).exec(SOURCE)[1].match(/0x[0-9A-F]+|\b0\b/g).map(Number);
  return numbers.flatMap((code, at) => (code ? [[String.fromCodePoint(code), String.fromCharCode(0x80 + at)]] : []));
}

// {'a', 0xF9, U'á'}, {0xF4, 0xF9, U'ớ'}
function pairs() {
  return [...SOURCE.matchAll(/\{(?:'(.)'|0x([0-9A-F]{2})), 0x([0-9A-F]{2}), U'(.)'\}/gu)].map(
    ([, letter, byte, mark, toned]) => [toned, (letter ?? String.fromCharCode(parseInt(byte, 16))) + String.fromCharCode(parseInt(mark, 16))],
  );
}

const TABLE = {
  tcvn3: new Map(bytesOf('kTcvn3')),
  vni: new Map([...bytesOf('kVniSingles'), ...pairs()]),
};

export function inLegacy(form, text) {
  return [...text].map((letter) => {
    if (letter < '\u0080') return letter;
    const written = TABLE[form].get(letter) ?? TABLE[form].get(letter.toLowerCase()) ?? MARKS[letter];
    if (!written) throw new Error(`${form} has no ${letter}`);
    return written;
  }).join('');
}

// What stands in a text file: one byte a letter, no mark at its head.
export const legacyBytes = (shown) => Buffer.from(shown, 'latin1');
