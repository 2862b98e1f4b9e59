// What stands around the text on an office's web page and is no part of the document: menu,
// counter, related links, comment box. An indexer that takes it for text finds every page for
// "lượt truy cập", and takes the date of a volleyball match for the date of a resolution.
import { pick } from './chance.mjs';

const RELATED = [
  'Khai mạc giải bóng chuyền công nhân viên chức 18/10/2023',
  'Thông báo lịch cúp điện tuần 42',
  'Trao tặng 35 suất học bổng “Tiếp bước đến trường” 05/9/2023',
  'Lịch tiếp công dân tháng 11 năm 2023',
  'Hội thi nấu ăn chào mừng ngày 20-10',
];

const COMMENTS = [
  ['Khách 118', '21-10-2023 08:14', 'Trang mới dễ xem hơn trước, mong cập nhật thường xuyên.'],
  ['Bạn đọc', '02-11-2023 19:40', 'Cho tôi hỏi giờ làm việc sáng thứ bảy của bộ phận tiếp nhận hồ sơ?'],
];

export function menu() {
  const items = ['Trang chủ', 'Giới thiệu', 'Bộ phận một cửa', 'Thư điện tử công vụ'];
  return `<div id="menu" class="menu-ngang"><ul>
${items.map((item, at) => `  <li${at ? '' : ' class="active"'}><a href="/${at}.html">${item}</a></li>`).join('\n')}
</ul></div>`;
}

export function counter(file) {
  const views = pick(file, 'views', ['363', '87', '1.204', '1960', '518']);
  return `<div class="luot-xem">Số lượt xem: ${views}</div>
<div class="thong-ke"><table cellpadding="0"><tr><td>Trực tuyến :</td><td>14</td></tr>
<tr><td>Tổng lượt truy cập:</td><td>20${views.replace('.', '')}96</td></tr></table></div>`;
}

export function related(file) {
  const first = RELATED.slice(0, 2);
  const more = pick(file, 'more links', [[], [RELATED[2]], [RELATED[3], RELATED[4]]]);
  return `<div class="tin-lien-quan"><h4>Tin cùng chuyên mục</h4>
<ul>
${[...first, ...more].map((link, at) => `  <li><a href="/tin/${4210 + at}">${link}</a></li>`).join('\n')}
</ul></div>`;
}

export function comments(file) {
  const written = pick(file, 'comments', [[], COMMENTS.slice(0, 1), COMMENTS]);
  return `<div class="y-kien"><h4>Ý kiến bạn đọc</h4>
${written.map(([who, when, what]) => `<div class="bl"><b>${who}</b> <i>${when}</i><br>${what}</div>`).join('\n')}
<form action="/binh-luan" method="post"><input type="text" name="ten" placeholder="Họ tên">
<textarea name="noidung" placeholder="Nội dung bình luận"></textarea><button>Gửi bình luận</button></form></div>`;
}

// A false symbol and a false date of every such page: the licence in the footer.
export function footer(office) {
  return `<div id="footer"><p>Trang thông tin điện tử ${office}</p>
<p>Giấy phép số 214/GP-STTTT ngày 06/9/2019. Điện thoại: 0299.3.855.210 - Fax: 0299.3.855.211</p>
<p><a href="#top">Go top</a></p></div>`;
}
