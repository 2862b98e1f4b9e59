// Matches as the server tells them, in bytes of UTF-8, made into <mark> elements.

import {marked} from './dom.js';

// Private-use characters: no document of the archive means anything by them.
const open = '\uE000';
const close = '\uE001';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/** The text in pieces, matched ones and those between: [{text, isMatch}]. */
export function piecesOf(text, matches) {
  const bytes = encoder.encode(text);
  const pieces = [];
  let at = 0;
  const take = (end, isMatch) => {
    if (end > at) pieces.push({text: decoder.decode(bytes.subarray(at, end)), isMatch});
    at = end;
  };
  for (const {start, length} of matches) {
    take(start, false);
    take(start + length, true);
  }
  take(bytes.length, false);
  return pieces;
}

const withMarkers = (text, matches) =>
  piecesOf(text, matches).map((piece) => (piece.isMatch ? open + piece.text + close : piece.text)).join('');

/** The text with its matches as <mark>; `tidy` may change the white space between. */
export const markedAt = (text, matches = [], tidy = (same) => same) =>
  matches.length ? marked(tidy(withMarkers(text, matches)), open, close) : document.createTextNode(tidy(text));
