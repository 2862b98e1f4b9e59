// A whole archive, record by record, in the order of its dates: later papers can then cite earlier
// ones, and nothing has to be kept but the series of numbers and the papers fit to be cited.
//
//   for (const record of archive({ documents: 10000, seed: 1, chain })) …
//   → {id, title, symbol, type, issuer, level?, date, grade, body}
import { toNewTones } from '../tone.mjs';
import { Cited, shortDate } from './cited.mjs';
import { DISTRICTS_END, makeIssuers } from './issuers.mjs';
import { PEOPLE, PLACES, person, place } from './names.mjs';
import { Numbering } from './numbering.mjs';
import { paperText } from './paper.mjs';
import { Random, weighted } from './random.mjs';
import { subject } from './subjects.mjs';
import { symbolOf, typesOf } from './types.mjs';

const FIRST_DAY = Date.UTC(1998, 0, 5);
const DAYS = (Date.UTC(2026, 5, 30) - FIRST_DAY) / 86_400_000;
const MEDIAN_LENGTH = 1380; // characters; with the spread below and two bytes for marked letters: 3 KB
const SPREAD = 0.75;

// Marked papers are few; the share of those that nobody but a handful may see is tiny.
const drawGrade = weighted([['open', 9650], ['internal', 250], ['mat', 80], ['toi-mat', 15], ['tuyet-mat', 5]]);
const drawTones = weighted([['old', 60], ['new', 28], ['mixed', 12]]);

export function* archive({ documents, seed, chain }) {
  const random = new Random(seed);
  const numbering = new Numbering();
  const cited = new Cited();
  const issuerAt = issuersByDate();
  for (let number = 0; number < documents; number++) {
    const date = dateOf(number, documents);
    const issuer = issuerAt(date)(random);
    const type = issuer.drawType(random);
    const grade = issuer.party ? drawGrade(random) : 'open';
    const year = Number(date.slice(0, 4));
    const internal = grade === 'internal' && random.chance(0.4);
    const symbol = symbolOf({ number: numbering.next(issuer, type, date), type, issuer, year, internal });
    const paper = { issuer, type, symbol, date, grade, title: subject(random, { type, issuer, year }), basis: [], replaced: undefined };
    for (let count = random.below(4); count > 0; count--) {
      const basis = cited.pick(random, issuer);
      if (basis && !paper.basis.includes(basis)) paper.basis.push(basis);
    }
    if (type.length > 1 && random.chance(0.12)) paper.replaced = cited.replaceable(random, issuer, type);

    const length = random.logNormal(MEDIAN_LENGTH, SPREAD) * type.length;
    const body = paperText(random, paper, length, () => runningText(random, chain, paper, cited));
    yield record(random, paper, body, `vb-${seed}-${String(number + 1).padStart(7, '0')}`);
    cited.add(paper);
  }
}

function record(random, { issuer, type, symbol, date, grade, title }, body, id) {
  const tones = drawTones(random);
  const known = random.chance(0.8) ? { level: issuer.level } : {}; // some exports have no such column
  return {
    id, title: tones === 'new' ? toNewTones(title) : title, symbol, type: type.name, issuer: issuer.name, ...known, date, grade,
    body: tones === 'old' ? body : tones === 'new' ? toNewTones(body) : mixTones(body),
  };
}

// Two typists, one paper: every other line in the new style.
function mixTones(body) {
  return body.split('\n').map((line, at) => (at % 2 ? toNewTones(line) : line)).join('\n');
}

function runningText(random, chain, paper, cited) {
  let last = paper.basis[0];
  return chain.paragraph(random, (token) => {
    switch (token.slot) {
      case 'place': return random.chance(0.4) ? paper.issuer.seat : place(random.zipf(PLACES));
      case 'person': return person(random.zipf(PEOPLE));
      case 'year': return String(Number(paper.date.slice(0, 4)) + random.between(-4, 3));
      case 'symbol': return (last = cited.pick(random, paper.issuer) ?? paper).symbol;
      case 'date': return shortDate(last?.date ?? paper.date); // of the paper named just before
      default: return figure(random, token.shape);
    }
  });
}

// "0.000,0%" → "3.418,7%"; two-digit figures stay small: they are often hours and days
function figure(random, shape) {
  let text = String(random.between(1, shape.length === 2 ? 2 : 9));
  for (let at = 1; at < shape.length; at++) text += shape[at] === '0' ? random.below(10) : shape[at];
  return text;
}

// More papers every year: the last year holds three times as many as the first.
function dateOf(number, documents) {
  const share = (Math.sqrt(1 + (8 * number) / documents) - 1) / 2;
  const day = FIRST_DAY + Math.floor(share * DAYS) * 86_400_000;
  const weekday = new Date(day).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0; // offices sign on working days
  return new Date(day - back * 86_400_000).toISOString().slice(0, 10);
}

// Which bodies exist changes only on a few days; the draw is built anew on each of them.
function issuersByDate() {
  const issuers = makeIssuers();
  for (const issuer of issuers) issuer.drawType = weighted(typesOf(issuer));
  const turns = [...new Set(issuers.flatMap(({ from, to }) => [from, to]))].sort();
  const draws = new Map();
  return (date) => {
    const turn = turns.filter((day) => day <= date).length;
    if (!draws.has(turn)) {
      const alive = issuers.filter(({ from, to }) => from <= date && date < to);
      draws.set(turn, weighted(alive.map((issuer) => [issuer, issuer.weight * (date >= DISTRICTS_END && issuer.level === 'xã' ? 2 : 1)])));
    }
    return draws.get(turn);
  };
}
