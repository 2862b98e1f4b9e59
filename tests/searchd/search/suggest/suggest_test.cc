// 1. Symbols are suggested as they are typed, in any spelling and half-typed; their counts are exact.
// 2. The last word may be half-typed, in marks, bare or in keystrokes; words before it are whole.
// 3. Types and issuers come with their counts, phrases with what usually follows, titles newest first.
// 4. What is marked are the bytes that were typed.
// 5. A caller is suggested what an archive without the documents above their clearance would suggest.
// 6. At most as many as asked for; nothing for nothing, and no text breaks it.

#include "searchd/search/suggest/suggest.h"

#include <gtest/gtest.h>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/query/typed_word.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;
using test::typed;

std::vector<Record> open_records() {
  return {
      typed(make_record("a", "05-NQ/TU", "Nâng cao chất lượng nguồn nhân lực", "Một.", "2022-06-01"),
            "Nghị quyết", "Tỉnh ủy Đông Giang"),
      typed(make_record("b", "05-NQ/TU", "Phát triển nguồn nhân lực vùng biển", "Hai.", "2024-06-01"),
            "Nghị quyết", "Tỉnh uỷ Đông Giang"),
      typed(make_record("c", "05-CT/TU", "Quản lý nguồn vốn và nhân công", "Ba.", "2025-05-02"), "Chỉ thị",
            "Tỉnh ủy Nam Lĩnh"),
      typed(make_record("d", "51-NQ/TW", "Về nguồn nhân lực", "Bốn.", "2012-02-03"), "Nghị quyết",
            "Ban Chấp hành Trung ương"),
      typed(make_record("e", "30/2020/NĐ-CP", "Về công tác văn thư", "Năm.", "2020-03-05"), "Nghị định",
            "Chính phủ"),
      typed(make_record("f", "", "Quyết toán ngân sách toàn tỉnh", "Sáu.", ""), "Báo cáo",
            "Văn phòng Tỉnh ủy"),
  };
}

std::vector<Record> all_records() {
  auto records = open_records();
  for (const char* id : {"s", "t"})
    records.push_back(typed(
        make_record(id, "05-NQ/TX", "Nguồn nhân sự saobac nguồn nhân sự", "Kín.", "2026-01-01", Grade::kMat),
        "Phương án", "Tỉnh ủy Đông Kín"));
  return records;
}

// kind:text count, in order, what is marked in brackets.
std::string show(const std::vector<Suggestion>& suggestions) {
  std::string all;
  for (const Suggestion& one : suggestions) {
    std::string text;
    std::uint32_t at = 0;
    for (const Span& span : one.marked) {
      text += one.text.substr(at, span.begin - at) + "[" +
              one.text.substr(span.begin, span.end - span.begin) + "]";
      at = span.end;
    }
    text += one.text.substr(at);
    all += std::string(name_of(one.kind)) + ":" + text;
    if (one.count > 0) all += " " + std::to_string(one.count);
    if (!one.id.empty()) all += " #" + one.id;
    all += "; ";
  }
  return all;
}

class Suggesting : public testing::Test {
 protected:
  Suggesting() {
    test::publish(folder_.path(), all_records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }
  std::string suggestions(const std::string& typed, std::size_t limit = 8,
                          Clearance clearance = Grade::kOpen) const {
    return show(suggest(*snapshot_, clearance, typed, limit));
  }
  std::string first(const std::string& typed) const {
    const std::string all = suggestions(typed);
    return all.substr(0, all.find(';'));
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Suggesting, Symbols) {
  for (const char* typed : {"5 nq", "05-NQ", "05-nq/t", "nq 05", "NQ05", "nghị quyết 05", "05 NQ TU"})
    EXPECT_EQ(first(typed), "symbol:05-NQ/TU 2 #b") << typed;
  EXPECT_EQ(first("30/2020"), "symbol:30/2020/NĐ-CP 1 #e");
  EXPECT_EQ(first("30 nd"), "symbol:30/2020/NĐ-CP 1 #e");
  EXPECT_EQ(suggestions("5").substr(0, 69),
            "symbol:05-CT/TU 1 #c; symbol:05-NQ/TU 2 #b; symbol:51-NQ/TW 1 #d; ");
  EXPECT_EQ(suggestions("30/2021"), "");
  EXPECT_EQ(suggestions("5 qđ"), "");
}

TEST(SuggestingSymbols, CountsEveryDocument) {
  std::vector<Record> records;
  for (int i = 0; i < 2'100; ++i)
    records.push_back(test::make_record("d" + std::to_string(i), i == 7 ? "5a-NQ/TU" : "05-NQ/TU", "Về rừng",
                                        "rừng", "2020-01-01"));
  test::TemporaryFolder folder;
  test::publish(folder.path(), records);
  const Snapshot snapshot(test::current_generation(folder.path()));
  EXPECT_EQ(suggest(snapshot, Grade::kOpen, "5 nq", 8)[0].count, 2'099u);
  const auto lettered = suggest(snapshot, Grade::kOpen, "5a nq", 8);
  ASSERT_FALSE(lettered.empty());
  EXPECT_EQ(lettered[0].count, 1u);
}

TEST_F(Suggesting, HalfTypedWords) {
  EXPECT_EQ(first("nghị quye"), "type:[Nghị] [quyế]t 3");
  EXPECT_EQ(first("nghi qu"), "type:[Nghị] [qu]yết 3");
  EXPECT_EQ(first("chi thij"), "type:[Chỉ] [thị] 1");
  EXPECT_EQ(suggestions("ngân sách toà"),
            "phrase:[ngân] [sách] [toà]n 1; title:Quyết toán [ngân] [sách] [toà]n tỉnh #f; ");
  EXPECT_EQ(suggestions("ngân sách toá"), "title:Quyết [toá]n [ngân] [sách] toàn tỉnh #f; ");
  EXPECT_EQ(suggestions("sach ngan xyz"), "");
}

TEST_F(Suggesting, PhrasesAndTitles) {
  EXPECT_EQ(suggestions("nguon nh"),
            "phrase:[nguồn] [nh]ân lực 3; title:Phát triển [nguồn] [nh]ân lực vùng biển #b; "
            "title:Nâng cao chất lượng [nguồn] [nh]ân lực #a; title:Về [nguồn] [nh]ân lực #d; "
            "title:Quản lý [nguồn] vốn và [nh]ân công #c; ");
  EXPECT_EQ(suggestions("nguồn nhân lực v"),
            "phrase:[nguồn] [nhân] [lực] [v]ùng 1; title:Phát triển [nguồn] [nhân] [lực] [v]ùng biển #b; "
            "title:[V]ề [nguồn] [nhân] [lực] #d; ");
}

TEST_F(Suggesting, Issuers) {
  EXPECT_EQ(suggestions("tinh uy d"), "issuer:[Tỉnh] [uỷ] [Đ]ông Giang 2; ");
  EXPECT_EQ(
      suggestions("tỉnh ủy", 3),
      "issuer:[Tỉnh] [uỷ] Đông Giang 2; issuer:[Tỉnh] [ủy] Nam Lĩnh 1; issuer:Văn phòng [Tỉnh] [ủy] 1; ");
}

TEST_F(Suggesting, SecretsDoNotExist) {
  test::TemporaryFolder folder;
  test::publish(folder.path(), open_records());
  const Snapshot without(test::current_generation(folder.path()));
  for (const char* typed :
       {"5", "5 nq", "05-nq/t", "5 nq tx", "sao", "saobac", "nguon nh", "nguon", "nhan s", "tinh uy",
        "tinh uy dong", "phuong", "nguồn nhân sự", "n", "t", "2026", "phuowng"}) {
    EXPECT_EQ(suggestions(typed), show(suggest(without, Grade::kOpen, typed, 8))) << typed;
    EXPECT_EQ(suggestions(typed, 50), show(suggest(without, Grade::kOpen, typed, 50))) << typed;
  }
  EXPECT_EQ(suggestions("5 nq tx", 8, Grade::kMat).substr(0, 22), "symbol:05-NQ/TX 2 #s; ");
  EXPECT_EQ(suggestions("saob", 1, Grade::kMat), "title:Nguồn nhân sự [saob]ac nguồn nhân sự #s; ");
}

TEST_F(Suggesting, LimitsAndOddText) {
  EXPECT_EQ(suggest(*snapshot_, Grade::kOpen, "n", 2).size(), 2u);
  EXPECT_TRUE(suggest(*snapshot_, Grade::kOpen, "nguồn", 0).empty());
  std::string many;
  for (int i = 0; i < 200; ++i) many += "nguồn ";
  for (const std::string& typed :
       {std::string(), std::string("   "), std::string("//--"), std::string("0"), std::string("99999999999"),
        std::string("\"nguồn"), std::string("\xFF"), many})
    EXPECT_LE(suggest(*snapshot_, Grade::kOpen, typed, 8).size(), 8u) << typed;
  EXPECT_EQ(suggestions(""), "");
  EXPECT_EQ(suggestions(many), "");
}

TEST(TypedWords, Fit) {
  using State = TypedWord::State;
  const struct {
    const char* typed;
    State state;
    const char* form;
    bool fits;
  } table[] = {
      {"quye", State::kBegun, "quyết", true},   {"quyê", State::kBegun, "quyền", true},
      {"quyế", State::kBegun, "quyền", false},  {"quyee", State::kBegun, "quyết", true},
      {"quyees", State::kBegun, "quyết", true}, {"quyees", State::kBegun, "quyền", false},
      {"tòa", State::kBegun, "toàn", true},     {"d", State::kBegun, "đảng", true},
      {"ban", State::kWhole, "bản", true},      {"ban", State::kWhole, "bang", false},
      {"nguôn", State::kWhole, "nguồn", true},  {"nguồn", State::kWhole, "nguôn", false},
      {"ban", State::kExact, "bản", false},     {"ban", State::kExact, "ban", true},
  };
  for (const auto& row : table)
    EXPECT_EQ(TypedWord(row.typed, row.state).fits(row.form), row.fits) << row.typed << " " << row.form;
}

}  // namespace
}  // namespace vankien
