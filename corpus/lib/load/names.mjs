// Invented people and places, put together from syllables. A rank names always the same person, so
// that drawing ranks by Zipf's law gives a few well-known names and an endless tail of rare ones.
//
//   person(0)  →  "Nguyễn Văn An"        place(7, 'commune')  →  "Tân Lộc"

const FAMILY = 'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Mai Trịnh Tô Lương Thái Hà Cao Tạ Châu Quách Lâm Kiều Nông Đinh Tăng'.split(' ');
const MIDDLE = 'Văn Thị Hữu Đức Minh Thanh Ngọc Quang Xuân Kim Công Đình Thế Bích Hoài Gia Quốc Bảo Thu Hồng Khắc Trọng Mỹ Nhật Tuấn Phương'.split(' ');
const GIVEN = 'An Bình Chi Cường Dung Dũng Duy Điệp Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hùng Hương Khang Khánh Khôi Kiên Lan Linh Loan Long Lộc Mai Minh Nam Nga Ngân Nghĩa Nhân Oanh Phong Phúc Phương Quân Quý Quyên Sơn Tâm Tân Thảo Thắng Thịnh Thoa Thủy Tiến Toàn Trang Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Vượng Xuân Yến'.split(' ');

const PLACE_FIRST = 'Đông Tây Nam Bắc Tân Phú An Bình Long Vĩnh Thạch Sơn Lâm Hòa Thanh Mỹ Phước Trường Quang Xuân Kim Ngọc Hồng Cẩm Lộc Hưng Thuận Đại Trung Thượng Hạ Yên Phong Diên Gia Khánh'.split(' ');
const PLACE_SECOND = 'Lĩnh Sậy Giang Khê Trạch Lâm Thuận Lạc Thịnh Hưng Phước Lộc Mỹ Hòa An Bình Sơn Thủy Điền Xá Quang Minh Đức Thành Trung Nghĩa Tiến Phong Cường Ninh Hội Khánh Vân Hải Châu Đồng Tường Xuyên Kỳ Đài'.split(' ');

// Provinces of the invented world must not be real ones, past or present.
const REAL = new Set(('An Giang,Bình Định,Bình Dương,Bình Phước,Bình Thuận,Bắc Giang,Bắc Ninh,Bắc Kạn,Hòa Bình,Hà Giang,' +
  'Khánh Hòa,Lâm Đồng,Long An,Nam Định,Nam Hà,Phú Thọ,Phú Yên,Quảng Bình,Tây Ninh,Thái Bình,Vĩnh Long,Vĩnh Phúc,Vĩnh Phú,' +
  'Hưng Yên,Yên Bái,Ninh Bình,Phú Khánh,Hậu Giang,Tiền Giang,Kiên Giang,Sơn La,Sơn Tây,Gia Định,Gia Lai,Hà Nam Ninh,Hải Hưng').split(','));

export const PEOPLE = 100_000;
export const PLACES = PLACE_FIRST.length * PLACE_SECOND.length;

export function person(rank) {
  const mixed = Math.imul(rank + 1, 40503) >>> 0;
  return `${FAMILY[rank % FAMILY.length]} ${MIDDLE[(mixed >>> 3) % MIDDLE.length]} ${GIVEN[(mixed >>> 9) % GIVEN.length]}`;
}

export function place(rank) {
  const spread = (rank * 577) % PLACES; // 577 is coprime to PLACES: every pair once, neighbours unlike
  const first = PLACE_FIRST[spread % PLACE_FIRST.length];
  const second = PLACE_SECOND[Math.floor(spread / PLACE_FIRST.length)];
  return first === second ? `${first} Hiệp` : `${first} ${second}`;
}

// `count` places not used before and not the name of a real province
export function* places(from = 0) {
  for (let rank = from; ; rank++) if (!REAL.has(place(rank))) yield place(rank);
}
