// The 25 types of the load archive: their letters in a symbol, how often each is met, how long it is.
//
//   party: 18-CTr/TU      state: 1480/QĐ-UBND      null: the system does not know the type

//   type            party  state  share in party, state papers   length against the mean
const TABLE = [
  ['Nghị quyết',      'NQ',  'NQ',   4,    2,   1.8],
  ['Quyết định',      'QĐ',  'QĐ',  15,   30,   0.7],
  ['Quy định',        'QĐ',  'QyĐ',  1.2,  0.3, 2.2],
  ['Chỉ thị',         'CT',  'CT',   2,    2,   1.2],
  ['Kết luận',        'KL',  null,   5,    0,   1.2],
  ['Quy chế',         'QC',  'QC',   0.8,  0.3, 2.4],
  ['Thông tri',       'TT',  null,   0.2,  0,   1],
  ['Hướng dẫn',       'HD',  'HD',   2.5,  1,   1.6],
  ['Thông báo',       'TB',  'TB',  14,    8,   0.7],
  ['Thông cáo',       'TC',  'TC',   0.2,  0.1, 0.8],
  ['Báo cáo',         'BC',  'BC',  14,   12,   1.7],
  ['Kế hoạch',        'KH',  'KH',   7,    7,   1.4],
  ['Chương trình',    'CTr', 'CTr',  1.8,  0.5, 1.7],
  ['Quy hoạch',       'QH',  'QH',   0.2,  0.4, 2],
  ['Đề án',           'ĐA',  'ĐA',   0.6,  0.4, 3],
  ['Dự án',           'DA',  'DA',   0.15, 0.3, 2.5],
  ['Phương án',       'PA',  'PA',   0.4,  0.4, 1.4],
  ['Tờ trình',        'TTr', 'TTr',  5,    6,   0.9],
  ['Biên bản',        'BB',  'BB',   2,    1,   1.2],
  ['Công văn',        'CV',  '',    24,   30,   0.6],
  ['Giấy mời',        'GM',  'GM',   5,    4,   0.35],
  ['Giấy giới thiệu', 'GGT', 'GGT',  1.5,  0.5, 0.3],
  ['Phiếu chuyển',    'PC',  'PC',   1.2,  0.3, 0.3],
  ['Nghị định',       null,  'NĐ',   0,    4,   3],
  ['Thông tư',        null,  'TT',   0,    8,   2.2],
];

export const TYPES = TABLE.map(([name, party, state, inParty, inState, length]) => ({
  name, caps: name.toUpperCase(), party, state, inParty, inState, length,
}));

// Later papers rest on these.
export const CITED = new Set(['Nghị quyết', 'Quyết định', 'Quy định', 'Chỉ thị', 'Kết luận', 'Quy chế', 'Hướng dẫn',
  'Kế hoạch', 'Chương trình', 'Đề án', 'Nghị định', 'Thông tư']);

const WITH_YEAR = new Set(['Nghị định', 'Thông tư']);
const LEGAL_ONLY = WITH_YEAR;
const NOT_AT_THE_BASE = new Set(['Chỉ thị', 'Thông tri', 'Thông cáo', 'Quy hoạch', 'Dự án']);

// What this body may issue, as [type, weight] pairs.
export function typesOf({ party, types, level }) {
  return TYPES.filter(({ name, party: inParty, state }) =>
    (party ? inParty !== null : state !== null) &&
    (types ? types.includes(name) : !LEGAL_ONLY.has(name)) &&
    !(level === 'xã' && NOT_AT_THE_BASE.has(name)),
  ).map((type) => [type, party ? type.inParty : type.inState]);
}

// 5, Nghị quyết, TU → 05-NQ/TU;   1480, Quyết định, UBND → 1480/QĐ-UBND;   212, Công văn → 212/UBND-KT
export function symbolOf({ number, type, issuer, year, internal }) {
  const padded = number < 10 ? `0${number}` : `${number}`;
  if (issuer.party) return `${padded}-${type.party}/${issuer.org}${internal ? '/nb' : ''}`;
  if (type.name === 'Công văn') return `${number}/${issuer.org}-${['KT', 'VX', 'NC', 'TH'][number % 4]}`;
  return `${padded}${WITH_YEAR.has(type.name) ? `/${year}` : ''}/${type.state}-${issuer.org}`;
}
