// About 600 bodies that issue documents: central organs with their real names, and twelve invented
// provinces with their districts and communes.
//
//   {name: 'Ban Tổ chức Tỉnh ủy Đông Khê', lines: ['TỈNH ỦY ĐÔNG KHÊ', 'BAN TỔ CHỨC'], org: 'BTCTU',
//    level: 'tỉnh', party: true, seat: 'Đông Khê', above: <the committee it reports to>, weight: 2}
import { places } from './names.mjs';

const PROVINCES = 12;
const DISTRICTS = 5; // of a province
const COMMUNES = 5; // of a district

export const DISTRICTS_END = '2025-07-01'; // two tiers of government from that day
const MERGER = '2025-02-18'; // propaganda and mass mobilisation become one commission

const CENTRAL_PARTY = [
  ['Ban Chấp hành Trung ương', 'TW', 1], ['Bộ Chính trị', 'TW', 3], ['Ban Bí thư', 'TW', 5],
  ['Văn phòng Trung ương Đảng', 'VPTW', 6], ['Ban Tổ chức Trung ương', 'BTCTW', 4],
  ['Ủy ban Kiểm tra Trung ương', 'UBKTTW', 3], ['Ban Tuyên giáo Trung ương', 'BTGTW', 3, { to: MERGER }],
  ['Ban Dân vận Trung ương', 'BDVTW', 2, { to: MERGER }], ['Ban Nội chính Trung ương', 'BNCTW', 2],
  ['Ban Tuyên giáo và Dân vận Trung ương', 'BTGDVTW', 4, { from: MERGER }],
];

const CENTRAL_STATE = [
  ['Chính phủ', 'CP', 4, ['Nghị định', 'Nghị quyết', 'Báo cáo', 'Tờ trình']],
  ['Thủ tướng Chính phủ', 'TTg', 5, ['Quyết định', 'Chỉ thị']],
  ['Bộ Nội vụ', 'BNV', 3], ['Bộ Tài chính', 'BTC', 4], ['Bộ Y tế', 'BYT', 2], ['Bộ Giáo dục và Đào tạo', 'BGDĐT', 2],
  ['Bộ Xây dựng', 'BXD', 2], ['Bộ Công Thương', 'BCT', 2], ['Bộ Tư pháp', 'BTP', 2],
];
const MINISTRY = ['Thông tư', 'Quyết định', 'Công văn', 'Báo cáo', 'Thông báo', 'Kế hoạch', 'Tờ trình', 'Hướng dẫn', 'Chỉ thị'];
const COUNCIL = ['Nghị quyết', 'Báo cáo', 'Thông báo', 'Công văn', 'Kế hoạch'];

const PROVINCE_PARTY = [
  ['Văn phòng', 'VPTU', 7], ['Ban Tổ chức', 'BTCTU', 4], ['Ủy ban Kiểm tra', 'UBKTTU', 3],
  ['Ban Tuyên giáo', 'BTGTU', 3, { to: MERGER }], ['Ban Dân vận', 'BDVTU', 2, { to: MERGER }],
  ['Ban Nội chính', 'BNCTU', 2], ['Ban Tuyên giáo và Dân vận', 'BTGDVTU', 4, { from: MERGER }],
];

export function makeIssuers() {
  const issuers = [];
  const add = (issuer) => {
    issuers.push({ number: issuers.length, from: '0', to: '9', party: true, types: null, above: null, ...issuer });
    return issuers[issuers.length - 1];
  };
  for (const [name, org, weight, validity] of CENTRAL_PARTY)
    add({ name, org, weight, lines: [name.toUpperCase()], level: 'trung ương', seat: 'Hà Nội', ...validity });
  for (const [name, org, weight, types = MINISTRY] of CENTRAL_STATE)
    add({ name, org, weight, types, party: false, lines: [name.toUpperCase()], level: 'trung ương', seat: 'Hà Nội' });

  const names = places();
  for (let at = 0; at < PROVINCES; at++) addProvince(add, at === 0 || at === 6, names);
  return issuers;
}

function addProvince(add, isCity, names) {
  const province = names.next().value;
  const committee = `${isCity ? 'Thành ủy' : 'Tỉnh ủy'} ${province}`;
  const unit = `${isCity ? 'thành phố' : 'tỉnh'} ${province}`;
  const common = { level: 'tỉnh', seat: province };
  const above = add({ ...common, name: committee, org: 'TU', weight: 9, lines: [committee.toUpperCase()] });
  for (const [name, org, weight, validity] of PROVINCE_PARTY) {
    const lines = [committee.toUpperCase(), name.toUpperCase()];
    add({ ...common, name: `${name} ${committee}`, org, weight, lines, above, ...validity });
  }
  addGovernment(add, { ...common, above, unit, weight: 10 });
  for (let at = 0; at < DISTRICTS; at++) addDistrict(add, { above, isCity, unit, names, at });
}

function addDistrict(add, { above: province, isCity, unit, names, at }) {
  const district = names.next().value;
  const [kind, word, org] = isCity && at < 3 ? ['Quận ủy', 'quận', 'QU'] : at === 0 ? ['Thị ủy', 'thị xã', 'ThU'] : ['Huyện ủy', 'huyện', 'HU'];
  const common = { level: 'huyện', seat: district, to: DISTRICTS_END };
  const name = `${kind} ${district}`;
  const lines = [`ĐẢNG BỘ ${unit.toUpperCase()}`, name.toUpperCase()];
  const above = add({ ...common, name, org, weight: 4, lines, above: province });
  addGovernment(add, { ...common, above, unit: `${word} ${district}`, weight: 4, council: false });
  for (let count = 0; count < COMMUNES; count++) {
    const commune = `${count === 0 && word !== 'huyện' ? 'phường' : 'xã'} ${names.next().value}`;
    const own = `Đảng ủy ${commune}`;
    add({
      level: 'xã', seat: commune.replace(/^\S+ /, ''), name: own, org: 'ĐU', weight: 1, above,
      lines: [`ĐẢNG BỘ ${word.toUpperCase()} ${district.toUpperCase()}`, own.toUpperCase()],
      laterLines: [`ĐẢNG BỘ ${unit.toUpperCase()}`, own.toUpperCase()],
    });
  }
}

function addGovernment(add, { unit, council = true, ...common }) {
  const people = { ...common, party: false };
  const two = (name) => [name.toUpperCase(), unit.toUpperCase()];
  add({ ...people, name: `Ủy ban nhân dân ${unit}`, org: 'UBND', lines: two('Ủy ban nhân dân') });
  if (!council) return;
  const lines = two('Hội đồng nhân dân');
  add({ ...people, name: `Hội đồng nhân dân ${unit}`, org: 'HĐND', weight: 2, lines, types: COUNCIL });
}
