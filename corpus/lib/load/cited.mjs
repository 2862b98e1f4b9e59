// Earlier papers that later ones rest on or replace. Only the latest few of each body are
// remembered, so that the memory does not grow with the archive.
import { CITED } from './types.mjs';

const PER_BODY = 16;
const CENTRAL = 96;

export class Cited {
  #byBody = new Map();
  #central = [];
  #added = 0;

  add(paper) {
    if (!CITED.has(paper.type.name) || paper.grade !== 'open') return;
    keep(this.#bodyOf(paper.issuer), paper, PER_BODY, this.#added);
    if (paper.issuer.level === 'trung ương') keep(this.#central, paper, CENTRAL, this.#added);
    this.#added++;
  }

  // From the centre, from the committee above or from the body itself; undefined while all is new.
  pick(random, issuer) {
    const from = random.next();
    const own = from < 0.4 ? this.#central : this.#bodyOf(from < 0.8 && issuer.above ? issuer.above : issuer);
    const papers = own.length ? own : this.#central;
    return papers.length ? papers[random.zipf(papers.length)] : undefined;
  }

  // The paper of the same body and type that a new one may replace.
  replaceable(random, issuer, type) {
    const papers = this.#bodyOf(issuer).filter((paper) => paper.type === type);
    return papers.length ? random.pick(papers) : undefined;
  }

  #bodyOf(issuer) {
    let papers = this.#byBody.get(issuer.number);
    if (!papers) this.#byBody.set(issuer.number, (papers = []));
    return papers;
  }
}

// Full, it forgets one by turns; place 0 is the most cited, and stays longest that way.
function keep(papers, paper, room, turn) {
  if (papers.length < room) papers.push(paper);
  else papers[1 + (turn % (room - 1))] = paper;
}

// "Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang"; state papers go without the comma
export function citation({ type, symbol, date, issuer }) {
  return `${type.name} số ${symbol}${issuer.party ? ',' : ''} ngày ${shortDate(date)} của ${issuer.name}`;
}

// 2022-06-01 → 01/6/2022: a zero before days below 10 and before months 1 and 2 only
export function shortDate(date) {
  const [year, month, day] = date.split('-');
  return `${day}/${monthInWriting(month)}/${year}`;
}

export const monthInWriting = (month) => (month > '02' && month < '10' ? month[1] : month);
