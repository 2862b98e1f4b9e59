// The forms in which the checker compares texts; simpler than the program's own chain on purpose,
// so that a mistake in that chain cannot hide in the sample.
//
//   fold("HOÀ  Bình")    →  "hòa bình"
//   words("05 -NQ/TU,")  →  "05 nq tu"
//   bare("nguồn")        →  "nguon"
import { toOldTones } from './tone.mjs';

const DASHES = /[\u2010-\u2015\u2212]/g;

export function fold(text) {
  return toOldTones(
    text.normalize('NFC').replace(/[\u00d0\u0189]/g, 'Đ').replace(/[\u00f0\u0256]/g, 'đ').toLowerCase(),
  )
    .replace(DASHES, '-')
    .replace(/[“”«»]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

export function words(text) {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

export function bare(text) {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

export const hasMarks = (text) => bare(text) !== text.normalize('NFC');
