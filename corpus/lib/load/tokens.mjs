// Text as the word chain learns it: syllables with their punctuation, and slots where a real archive
// never repeats itself. The slots give the generated text its long tail.
//
//   "xã Tân Thuận, ngày 22/7/2024 đạt 1.250 ha theo 18-CTr/TU"
//   →  xã ‹place›, ngày ‹date› đạt ‹0.000› ha theo ‹symbol›

export const SLOT = { place: 'place', person: 'person', number: 'number', year: 'year', date: 'date', symbol: 'symbol' };

const BEFORE_A_PLACE = new Set('tỉnh huyện xã phường quận thôn ấp bản làng khu ủy phố'.split(' '));
const BEFORE_A_PERSON = new Set('chí ông bà'.split(' '));
const PARTS = /^([("“]*)(.*?)([)"”.,;:]*)$/su;

// [{text}] or [{slot, before, shape, after}]
export function tokens(paragraph) {
  const words = paragraph.split(/\s+/).filter(Boolean);
  const found = [];
  for (let at = 0; at < words.length; at++) {
    const previous = words[at - 1]?.toLowerCase() ?? '';
    const name = BEFORE_A_PLACE.has(previous) ? SLOT.place : BEFORE_A_PERSON.has(previous) ? SLOT.person : null;
    const length = name ? capitalRun(words, at) : 0;
    if (length > 1) {
      found.push({ slot: name, before: '', shape: '', after: PARTS.exec(words[at + length - 1])[3] });
      at += length - 1;
    } else found.push(single(words[at]));
  }
  return found;
}

export const keyOf = (token) => (token.slot ? `\u0001${token.slot}\u0001${token.before}\u0001${token.shape}\u0001${token.after}` : token.text);

function single(word) {
  const [, before, core, after] = PARTS.exec(word);
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(core)) return { slot: SLOT.date, before, shape: '', after };
  if (/^\d{1,5}[-/].*\p{Lu}/u.test(core)) return { slot: SLOT.symbol, before, shape: '', after };
  if (/^(19|20)\d\d$/.test(core)) return { slot: SLOT.year, before, shape: '', after };
  if (/^\d[\d.,]*%?$/.test(core)) return { slot: SLOT.number, before, shape: core.replace(/\d/g, '0'), after };
  return { text: word };
}

// How many words from here belong to one name: "Tân Thuận," → 2
function capitalRun(words, from) {
  let length = 0;
  while (length < 4 && /^\p{Lu}[\p{Ll}]/u.test(words[from + length] ?? '')) {
    length++;
    if (/[^\p{L}]$/u.test(words[from + length - 1])) break;
  }
  return length;
}
