// What the generated papers are about: an action, a matter, sometimes a place or a period.
//
//   "về tăng cường quản lý bến đò ngang trên địa bàn huyện Phú Lạc giai đoạn 2016 - 2020"

const ACTIONS = ['tăng cường quản lý', 'nâng cao chất lượng', 'đẩy mạnh', 'kiểm tra việc thực hiện', 'chấn chỉnh', 'sơ kết một năm',
  'tổng kết ba năm', 'triển khai', 'phân công nhiệm vụ về', 'bổ sung kinh phí cho', 'đánh giá kết quả', 'tuyên truyền về',
  'phối hợp trong', 'giải quyết kiến nghị về', 'rà soát', 'thành lập tổ công tác về', 'lấy ý kiến về', 'khảo sát', 'điều chỉnh chỉ tiêu',
  'khen thưởng thành tích trong', 'giám sát', 'hỗ trợ', 'thống nhất chủ trương về', 'khắc phục hạn chế trong'];

const MATTERS = ['bến đò ngang', 'công tác văn thư, lưu trữ', 'kết nạp đảng viên', 'thu, nộp đảng phí', 'nước sạch nông thôn', 'trường bán trú',
  'trạm y tế xã', 'chợ đầu mối', 'phòng cháy, chữa cháy rừng', 'đê bao và cống ngăn mặn', 'nuôi tôm công nghiệp', 'hợp tác xã nông nghiệp',
  'đào tạo nghề cho thanh niên', 'nhà ở công nhân', 'giải phóng mặt bằng', 'tiếp công dân', 'tuyển quân', 'bảo vệ bí mật nhà nước',
  'cải cách thủ tục hành chính', 'sinh hoạt chi bộ', 'luân chuyển cán bộ', 'quy hoạch cán bộ', 'kê khai tài sản', 'thu gom rác thải',
  'vệ sinh an toàn thực phẩm', 'trật tự đô thị', 'giảm nghèo bền vững', 'cấp giấy chứng nhận quyền sử dụng đất', 'đường giao thông nội đồng',
  'vận hành hồ chứa', 'bảo tồn lễ hội', 'phong trào thể dục, thể thao', 'thi đua yêu nước', 'chế độ trực cơ quan', 'sử dụng xe công',
  'mua sắm thiết bị', 'lịch sử đảng bộ', 'công tác dân tộc', 'công tác tôn giáo', 'thanh niên khởi nghiệp', 'hội phụ nữ cơ sở',
  'quỹ vì người nghèo', 'bệnh dịch trên gia súc', 'dịch sốt xuất huyết', 'cây trồng cạn', 'chăn nuôi tập trung', 'điện chiếu sáng',
  'bưu chính, viễn thông', 'chữ ký số', 'hòa giải ở cơ sở', 'an ninh nông thôn', 'buôn lậu qua biên giới', 'khai thác cát', 'mỏ đá',
  'thu ngân sách', 'nợ đọng xây dựng', 'quyết toán công trình', 'học tập nghị quyết', 'bầu cử bổ sung', 'đại hội chi bộ', 'kỷ luật phát ngôn',
  'chính sách người có công', 'bảo hiểm y tế hộ gia đình', 'phòng, chống bạo lực gia đình', 'trẻ em có hoàn cảnh đặc biệt', 'thư viện cơ sở',
  'du lịch vườn', 'làng nghề', 'cứu hộ, cứu nạn', 'trồng rừng thay thế'];

const PAPER_LEAD = { 'Công văn': 'V/v ', 'Nghị quyết': 'về ', 'Chỉ thị': 'về ', 'Quy định': 'về ', 'Quyết định': 'về việc ' };

export function subject(random, { type, issuer, year }) {
  let text = `${random.pick(ACTIONS)} ${random.pick(MATTERS)}`;
  if (random.chance(0.15)) text += ` và ${random.pick(MATTERS)}`;
  if (random.chance(0.45)) text += issuer.level === 'trung ương' ? ' trong cả nước' : ` trên địa bàn ${issuer.seat}`;
  const period = random.next();
  if (period < 0.2) text += ` năm ${year}`;
  else if (period < 0.3) text += ` giai đoạn ${year} - ${year + 5}`;
  else if (period < 0.38) text += ` quý ${random.pick(['I', 'II', 'III', 'IV'])} năm ${year}`;
  return (PAPER_LEAD[type.name] ?? (random.chance(0.5) ? 'về ' : '')) + text;
}
