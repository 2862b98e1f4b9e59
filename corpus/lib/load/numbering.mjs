// Numbers run per issuer and type, and start again at 1: after each congress in the Party, on each
// 1 January in the state. So a symbol alone names no document.

// Lower congresses come first, the central one closes the round.
const CONGRESSES = {
  'trung ương': ['1996-07', '2001-05', '2006-05', '2011-02', '2016-02', '2021-02', '2026-02'],
  'tỉnh': ['1996-05', '2000-12', '2005-12', '2010-11', '2015-11', '2020-11', '2025-11'],
  'huyện': ['1996-03', '2000-10', '2005-10', '2010-08', '2015-08', '2020-08'],
  'xã': ['1996-01', '2000-07', '2005-07', '2010-06', '2015-06', '2020-06', '2025-07'],
};

export class Numbering {
  #series = new Map();

  next(issuer, type, date) {
    const round = issuer.party ? CONGRESSES[issuer.level].filter((month) => month <= date).length : date.slice(0, 4);
    const key = `${issuer.number} ${type.name}`;
    const series = this.#series.get(key);
    const number = series?.round === round ? series.number + 1 : 1;
    this.#series.set(key, { round, number });
    return number;
  }
}
