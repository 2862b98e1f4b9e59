// The same query as other hands type it.

/** Without marks: "Nghị quyết Đảng" → "Nghi quyet Dang". */
export const withoutMarks = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const toneKeys = {'\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j'};
const letterKeys = {ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd'};
const syllable =
  /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;

/** One syllable in Telex keys, its tone at the end: "quyết" → "quyeets". Other words are undefined. */
function syllableKeys(word) {
  let tone = '';
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0301\u0300\u0309\u0303\u0323]/gu, (mark) => {
      tone += toneKeys[mark];
      return '';
    })
    .normalize('NFC');
  if (tone.length > 1 || !syllable.test(letters)) return undefined;
  // A true double o, as in "xoong", takes three strokes.
  return letters.replace('oo', 'ooo').replace(/[ăâêôơưđ]/gu, (letter) => letterKeys[letter]) + tone;
}

const isAbbreviation = (word) => word.length > 1 && word === word.toUpperCase();

/**
 * What a hand that types Telex leaves behind while the method is off: "Nghị quyết số 05-NQ/TU" → "nghij quyeets soos
 * 05-NQ/TU". Abbreviations in capitals, symbols, numbers and words that are no syllable stay.
 */
export const telexKeys = (text) =>
  text.normalize('NFC').replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (isAbbreviation(word) ? word : (syllableKeys(word) ?? word)));

export const variants = {marked: (text) => text, bare: withoutMarks, telex: telexKeys};
