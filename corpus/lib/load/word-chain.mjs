// An order-2 chain over the words of the manuscripts: after two words comes one that came after
// them somewhere. Learnt once at start, it then speaks without touching a map:
//
//   state = a pair of words;   #follow[#first[state] … #first[state + 1]] = the states after it
import { layout } from '../layout.mjs';
import { toOldTones } from '../tone.mjs';
import { keyOf, tokens } from './tokens.mjs';

const END = -1;
const LONGEST = 160; // words; chains can run in circles
const LABEL = /^(?:[-+•*]\s*|[IVX]+\s*[-.)]\s*|\d+\s*[-.)]\s*|[a-zđ]\s*[)]\s*|Điều\s+\d+\.?\s*)+/u;

export class WordChain {
  #starts = [];
  #first;
  #follow;
  #token = []; // of a state: the second of its two words

  constructor(paragraphs) {
    const states = new Map();
    const follow = [];
    const stateOf = (before, token) => {
      const key = `${before}\u0000${keyOf(token)}`;
      let state = states.get(key);
      if (state === undefined) {
        states.set(key, (state = follow.length));
        follow.push([]);
        this.#token.push(token);
      }
      return state;
    };
    for (const paragraph of paragraphs) {
      const words = tokens(paragraph);
      let state = stateOf('', words[0]);
      this.#starts.push(state);
      for (let at = 1; at < words.length; at++) {
        const next = stateOf(keyOf(words[at - 1]), words[at]);
        follow[state].push(next);
        state = next;
      }
      follow[state].push(END);
    }
    this.#first = new Int32Array(follow.length + 1);
    follow.forEach((after, state) => (this.#first[state + 1] = this.#first[state] + after.length));
    this.#follow = Int32Array.from(follow.flat());
  }

  get size() {
    return this.#token.length;
  }

  // One paragraph; fill(slot token) says what stands in a slot.
  paragraph(random, fill) {
    let state = random.pick(this.#starts);
    const words = [this.#say(state, fill)];
    while (words.length < LONGEST) {
      const first = this.#first[state];
      state = this.#follow[first + random.below(this.#first[state + 1] - first)];
      if (state === END) return words.join(' ');
      words.push(this.#say(state, fill));
    }
    return `${words.join(' ').replace(/[,;:]$/, '')}.`;
  }

  #say(state, fill) {
    const token = this.#token[state];
    return token.slot ? token.before + fill(token) + token.after : token.text;
  }
}

// The running text of the manuscripts: no letterheads, headings, legal basis, lists of recipients.
export function paragraphsOf(manuscripts) {
  return manuscripts.flatMap((manuscript) =>
    layout(manuscript)
      .filter(({ kind }) => kind === 'paragraph' || kind === 'division')
      .map(({ text }) => toOldTones(text.replaceAll('\u00a0', ' ').normalize('NFC')).replace(LABEL, '').replace('./.', '.').trim())
      .filter((text) => text.split(' ').length > 8 && !/^(Căn cứ|Kính gửi|Trang \d)/u.test(text)),
  );
}
