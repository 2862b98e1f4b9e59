#include "indexer/metadata/work_fields.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "analyzers/char_filters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

struct Sign {
  Text words;
  const char* field;
};

constexpr const char* kBuilding = "Xây dựng Đảng";
constexpr const char* kPersonnel = "Tổ chức, cán bộ, đảng viên";
constexpr const char* kProtection = "Bảo vệ chính trị nội bộ";
constexpr const char* kInspection = "Kiểm tra, giám sát, kỷ luật";
constexpr const char* kPropaganda = "Tuyên giáo";
constexpr const char* kMasses = "Dân vận, mặt trận, đoàn thể";
constexpr const char* kInternal = "Nội chính, phòng, chống tham nhũng";
constexpr const char* kDefence = "Quốc phòng, an ninh, đối ngoại";
constexpr const char* kEconomy = "Kinh tế - xã hội";
constexpr const char* kOffice = "Văn phòng, văn thư, lưu trữ";

// Folded, old tone placement. "văn phòng" alone issues for its committee on anything: it tells nothing.
constexpr std::array kIssuers = {
    Sign{U"ban tổ chức", kPersonnel},
    Sign{U"ban bảo vệ chính trị nội bộ", kProtection},
    Sign{U"ủy ban kiểm tra", kInspection},
    Sign{U"ban tuyên giáo", kPropaganda},
    Sign{U"ban tư tưởng", kPropaganda},
    Sign{U"ban khoa giáo", kPropaganda},
    Sign{U"hội đồng lý luận", kPropaganda},
    Sign{U"trường chính trị", kPropaganda},
    Sign{U"ban tuyên giáo và dân vận", kMasses},
    Sign{U"ban dân vận", kMasses},
    Sign{U"mặt trận tổ quốc", kMasses},
    Sign{U"liên đoàn lao động", kMasses},
    Sign{U"hội nông dân", kMasses},
    Sign{U"hội liên hiệp phụ nữ", kMasses},
    Sign{U"hội cựu chiến binh", kMasses},
    Sign{U"đoàn thanh niên", kMasses},
    Sign{U"ban nội chính", kInternal},
    Sign{U"tòa án nhân dân", kInternal},
    Sign{U"viện kiểm sát", kInternal},
    Sign{U"bộ tư pháp", kInternal},
    Sign{U"sở tư pháp", kInternal},
    Sign{U"thanh tra", kInternal},
    Sign{U"bộ quốc phòng", kDefence},
    Sign{U"bộ công an", kDefence},
    Sign{U"bộ ngoại giao", kDefence},
    Sign{U"công an", kDefence},
    Sign{U"quân ủy", kDefence},
    Sign{U"bộ chỉ huy quân sự", kDefence},
    Sign{U"biên phòng", kDefence},
    Sign{U"ban kinh tế", kEconomy},
    Sign{U"ban chính sách, chiến lược", kEconomy},
    Sign{U"bộ tài chính", kEconomy},
    Sign{U"bộ công thương", kEconomy},
    Sign{U"bộ xây dựng", kEconomy},
    Sign{U"bộ giao thông vận tải", kEconomy},
    Sign{U"bộ nông nghiệp", kEconomy},
    Sign{U"bộ tài nguyên", kEconomy},
    Sign{U"bộ kế hoạch", kEconomy},
    Sign{U"bộ y tế", kEconomy},
    Sign{U"bộ giáo dục", kEconomy},
    Sign{U"bộ khoa học", kEconomy},
    Sign{U"bộ văn hóa", kEconomy},
    Sign{U"bộ lao động", kEconomy},
    Sign{U"ngân hàng nhà nước", kEconomy},
    Sign{U"cục thuế", kEconomy},
    Sign{U"cục hải quan", kEconomy},
};

constexpr std::array kTitles = {
    Sign{U"xây dựng đảng", kBuilding},
    Sign{U"chỉnh đốn đảng", kBuilding},
    Sign{U"đại hội đảng", kBuilding},
    Sign{U"đại hội đại biểu", kBuilding},
    Sign{U"phương thức lãnh đạo", kBuilding},
    Sign{U"sinh hoạt chi bộ", kBuilding},
    Sign{U"quy chế làm việc", kBuilding},
    Sign{U"cán bộ", kPersonnel},
    Sign{U"đảng viên", kPersonnel},
    Sign{U"nhân sự", kPersonnel},
    Sign{U"tổ chức đảng", kPersonnel},
    Sign{U"tổ chức bộ máy", kPersonnel},
    Sign{U"tinh giản biên chế", kPersonnel},
    Sign{U"bổ nhiệm", kPersonnel},
    Sign{U"luân chuyển", kPersonnel},
    Sign{U"chức năng, nhiệm vụ", kPersonnel},
    Sign{U"bảo vệ chính trị nội bộ", kProtection},
    Sign{U"tiêu chuẩn chính trị", kProtection},
    Sign{U"kiểm tra, giám sát", kInspection},
    Sign{U"kỷ luật", kInspection},
    Sign{U"kỉ luật", kInspection},
    Sign{U"tuyên giáo", kPropaganda},
    Sign{U"tuyên truyền", kPropaganda},
    Sign{U"tư tưởng", kPropaganda},
    Sign{U"lý luận", kPropaganda},
    Sign{U"báo chí", kPropaganda},
    Sign{U"báo cáo viên", kPropaganda},
    Sign{U"giáo dục chính trị", kPropaganda},
    Sign{U"tư tưởng, đạo đức, phong cách hồ chí minh", kPropaganda},
    Sign{U"dân vận", kMasses},
    Sign{U"mặt trận", kMasses},
    Sign{U"đoàn thể", kMasses},
    Sign{U"dân tộc", kMasses},
    Sign{U"tôn giáo", kMasses},
    Sign{U"công đoàn", kMasses},
    Sign{U"thanh niên", kMasses},
    Sign{U"phụ nữ", kMasses},
    Sign{U"dân chủ ở cơ sở", kMasses},
    Sign{U"nội chính", kInternal},
    Sign{U"tham nhũng", kInternal},
    Sign{U"lãng phí", kInternal},
    Sign{U"cải cách tư pháp", kInternal},
    Sign{U"khiếu nại", kInternal},
    Sign{U"tố cáo", kInternal},
    Sign{U"tiếp công dân", kInternal},
    Sign{U"quốc phòng", kDefence},
    Sign{U"an ninh", kDefence},
    Sign{U"quân sự", kDefence},
    Sign{U"đối ngoại", kDefence},
    Sign{U"biên giới", kDefence},
    Sign{U"tội phạm", kDefence},
    Sign{U"ma túy", kDefence},
    Sign{U"kinh tế", kEconomy},
    Sign{U"nông nghiệp", kEconomy},
    Sign{U"nông thôn", kEconomy},
    Sign{U"công nghiệp", kEconomy},
    Sign{U"doanh nghiệp", kEconomy},
    Sign{U"ngân sách", kEconomy},
    Sign{U"đầu tư", kEconomy},
    Sign{U"đất đai", kEconomy},
    Sign{U"giải phóng mặt bằng", kEconomy},
    Sign{U"giao thông", kEconomy},
    Sign{U"môi trường", kEconomy},
    Sign{U"y tế", kEconomy},
    Sign{U"giáo dục và đào tạo", kEconomy},
    Sign{U"khoa học và công nghệ", kEconomy},
    Sign{U"khoa học, công nghệ", kEconomy},
    Sign{U"đổi mới sáng tạo", kEconomy},
    Sign{U"nhà ở", kEconomy},
    Sign{U"văn hóa", kEconomy},
    Sign{U"du lịch", kEconomy},
    Sign{U"giảm nghèo", kEconomy},
    Sign{U"việc làm", kEconomy},
    Sign{U"nguồn nhân lực", kEconomy},
    Sign{U"thuế", kEconomy},
    Sign{U"rừng", kEconomy},
    Sign{U"thủy sản", kEconomy},
    Sign{U"văn thư", kOffice},
    Sign{U"lưu trữ", kOffice},
    Sign{U"cơ yếu", kOffice},
    Sign{U"thể thức", kOffice},
    Sign{U"chuyển đổi số", kOffice},
    Sign{U"công nghệ thông tin", kOffice},
    Sign{U"tài chính đảng", kOffice},
    Sign{U"tài sản của đảng", kOffice},
};

// The first two letters of words, as bits: most signs begin with none of a title's.
class Beginnings {
 public:
  explicit Beginnings(Text text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
      if (i == 0 || !is_letter(text[i - 1])) bits_.set(bit_of(text.substr(i)));
  }
  bool may_have(Text words) const { return bits_.test(bit_of(words)); }

 private:
  static constexpr std::size_t kBits = 1024;
  static std::size_t bit_of(Text text) { return (text[0] * 37 + text[1]) % kBits; }
  std::bitset<kBits> bits_;
};

template <typename Signs>
void add(const Signs& signs, std::string_view text, std::vector<std::string>& fields) {
  const MappedText folded = fold_text(text);
  const Beginnings beginnings(folded.chars);
  for (const Sign& sign : signs)
    if (beginnings.may_have(sign.words) && has_words(folded.chars, sign.words) &&
        std::find(fields.begin(), fields.end(), sign.field) == fields.end())
      fields.emplace_back(sign.field);
}

}  // namespace

std::vector<std::string> read_work_fields(std::string_view issuer, std::string_view title) {
  std::vector<std::string> fields;
  add(kIssuers, issuer, fields);
  add(kTitles, title, fields);
  return fields;
}

}  // namespace vankien
