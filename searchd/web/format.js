// How the fields of a document are shown to Vietnamese readers.

const number = new Intl.NumberFormat('vi-VN');

/** 12345 → 12.345 */
export const formatNumber = (value) => number.format(value);

/** 2022-06-01 → 01/06/2022; 2026-05 (the paper leaves the day blank) → 05/2026; anything else as it is. */
export function formatDate(iso) {
  return /^\d{4}(-\d{2}){0,2}$/.test(iso ?? '') ? iso.split('-').reverse().join('/') : (iso ?? '');
}

/** Central congresses are counted in Roman numerals, lower ones are named by their years. */
export function formatTerm(term) {
  if (!term) return '';
  return /^[IVXLC]+$/.test(term) ? `Khóa ${term}` : `Nhiệm kỳ ${term.replace('-', '–')}`;
}

const grades = {open: 'Thường', internal: 'Lưu hành nội bộ', mat: 'Mật', 'toi-mat': 'Tối mật', 'tuyet-mat': 'Tuyệt mật'};

/** A grade that is not known is shown as the highest: it fails closed here too. */
export const formatGrade = (grade) => (grade ? (grades[grade] ?? grades['tuyet-mat']) : '');
export const gradeRank = (grade) => {
  const rank = Object.keys(grades).indexOf(grade);
  return rank < 0 ? Object.keys(grades).length : rank;
};

const levels = ['trung ương', 'tỉnh', 'huyện', 'xã', 'chi bộ'];
export const levelRank = (level) => {
  const rank = levels.indexOf(level);
  return rank < 0 ? levels.length : rank;
};

export const capitalize = (text) => (text ? text[0].toLocaleUpperCase('vi') + text.slice(1) : '');

/** What a document is called when its title could not be read. */
export function titleOf(document) {
  if (document.title) return document.title;
  return [document.type, document.symbol].filter(Boolean).join(' ') || 'Văn bản chưa rõ trích yếu';
}

/** What to say of pages that were hardly readable; '' if all were. `poor_pages` counts from 1. */
export function poorScan({poor_pages: poor}) {
  return Array.isArray(poor) && poor.length > 0
    ? `Nhận dạng chữ kém ở trang ${poor.map(formatNumber).join(', ')}: nên xem tệp gốc`
    : '';
}

/** Where else the same content lies: it is indexed once, with all its paths. */
export const otherPaths = (document) =>
  Array.isArray(document.paths) ? document.paths.filter((path) => path !== document.path) : [];
