// Old and new tone placement differ only in the open rimes oa, oe, uy, and not after q.
//
//   to_old:  hoà  uỷ  khoẻ  →  hòa  ủy  khỏe        quý, hoàn, huỳnh, khuỷu stay
//   to_new:  hòa  ủy  khỏe  →  hoà  uỷ  khoẻ

const OLD = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'];
const NEW = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'];

// A letter after the rime means a closed or longer rime (hoàn, ngoài): the same in both styles.
const openRime = (rimes) => new RegExp(`(?<![qQ])(?:${rimes.join('|')})(?!\\p{L})`, 'giu');
const TO_OLD = { pattern: openRime(NEW), from: NEW, to: OLD };
const TO_NEW = { pattern: openRime(OLD), from: OLD, to: NEW };

export const toOldTones = (text) => replace(text, TO_OLD);
export const toNewTones = (text) => replace(text, TO_NEW);

function replace(text, { pattern, from, to }) {
  return text.replace(pattern, (rime) => {
    const target = to[from.indexOf(rime.toLowerCase())];
    // The case belongs to the place, not to the letter: Ủy → Uỷ, ỦY → UỶ.
    return [...target].map((letter, at) => (isUpper(rime[at]) ? letter.toUpperCase() : letter)).join('');
  });
}

const isUpper = (letter) => letter !== letter.toLowerCase();
