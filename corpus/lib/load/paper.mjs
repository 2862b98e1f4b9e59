// The text of one paper as it would be typed: letterhead, title, legal basis, body, signature.
import { citation, monthInWriting } from './cited.mjs';
import { person, PEOPLE } from './names.mjs';

const STAMP = { internal: 'Lưu hành nội bộ', mat: 'MẬT', 'toi-mat': 'TỐI MẬT', 'tuyet-mat': 'TUYỆT MẬT' };
const PARTY_RIGHT = ['ĐẢNG CỘNG SẢN VIỆT NAM', ''];
const STATE_RIGHT = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const LEFT = 44;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];
const HEADINGS = ['TÌNH HÌNH', 'KẾT QUẢ ĐẠT ĐƯỢC', 'HẠN CHẾ, NGUYÊN NHÂN', 'MỤC TIÊU', 'NHIỆM VỤ VÀ GIẢI PHÁP',
  'KINH PHÍ', 'TỔ CHỨC THỰC HIỆN'];

// paper: {issuer, type, symbol, date, title, grade, basis: [cited papers], replaced}
// nextParagraph() → running text;  length: characters wanted in all
export function paperText(random, paper, length, nextParagraph) {
  const lines = letterhead(random, paper);
  if (STAMP[paper.grade]) lines.push('', STAMP[paper.grade]);
  if (paper.type.name === 'Công văn') lines.push('', paper.title);
  else lines.push('', paper.type.caps, paper.title, '-----');
  if (/Công văn|Giấy mời|Tờ trình/.test(paper.type.name)) lines.push('', `Kính gửi: ${(paper.issuer.above ?? paper.issuer).name}`);
  lines.push('');
  const mark = paper.issuer.party ? '- ' : '';
  for (const cited of paper.basis) lines.push(`${mark}Căn cứ ${citation(cited)} ${cited.title.replace('V/v', 'về việc')};`);

  let written = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const sectioned = length > 2500;
  for (let count = 0; written < length || count === 0; count++) {
    if (sectioned && count % 5 === 0) lines.push(...(count ? [''] : []), `${ROMAN[(count / 5) % 7]}- ${HEADINGS[(count / 5) % 7]}`);
    const paragraph = `${sectioned ? `${(count % 5) + 1}- ` : ''}${nextParagraph()}`;
    lines.push(paragraph);
    written += paragraph.length + 1;
  }
  if (paper.replaced) lines.push(`${paper.type.name} này thay thế ${citation(paper.replaced)} và có hiệu lực kể từ ngày ký.`);
  return `${[...lines, '', ...signature(random, paper)].join('\n')}\n`;
}

function letterhead(random, { issuer, symbol, date }) {
  const names = issuer.laterLines && date >= '2025-07-01' ? issuer.laterLines : issuer.lines;
  const [year, month, day] = date.split('-');
  const when = `${issuer.seat}, ngày ${day} tháng ${monthInWriting(month)} năm ${year}`;
  const left = [...names, ...(issuer.party ? ['*'] : []), `Số${issuer.party ? '' : ':'} ${asTyped(random, symbol)}`];
  const right = [...(issuer.party ? PARTY_RIGHT : STATE_RIGHT)];
  while (right.length < left.length - 1) right.push('');
  right.push(when);
  if (random.chance(0.25)) return [...left, '', ...right.filter(Boolean)]; // as some readers of tables give it
  return right.map((cell, at) => `${(left[at] ?? '').padEnd(LEFT)}${cell}`.trimEnd());
}

// One symbol in ten strays from the norm, mostly by a blank.
function asTyped(random, symbol) {
  const slip = random.next();
  if (slip > 0.1) return symbol;
  if (slip > 0.04) return symbol.replace('-', ' -');
  if (slip > 0.02) return symbol.replace('-', ' - ');
  return symbol.replace('-', '–');
}

function signature(random, { issuer, type }) {
  const [head, office] = issuer.party ? ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ'] : [`TM. ${issuer.lines[0]}`, 'CHỦ TỊCH'];
  const deputy = random.chance(0.6);
  const above = issuer.above?.name ?? 'Các tỉnh ủy, thành ủy';
  const file = issuer.party ? '- Lưu Văn phòng.' : '- Lưu: VT.';
  const left = ['Nơi nhận:', `- ${above},`, `- Như trên, ${type.party ?? 'VT'},`, file];
  const authority = deputy && !issuer.party ? 'KT. CHỦ TỊCH' : head;
  const right = [authority, `${deputy ? 'PHÓ ' : ''}${office}`, '', person(random.zipf(PEOPLE))];
  return left.map((cell, at) => `${cell.padEnd(LEFT)}${right[at]}`.trimEnd());
}
