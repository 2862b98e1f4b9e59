// 1. An OR in capitals that stands alone parts what is around it, if there is something on both sides; HOẶC in a heading is
// a word.
// 2. Parentheses are a group if an OR parts them or a minus excludes them; unbalanced ones are nothing.
// 3. What is quoted is no sign.

#include "searchd/search/query/query_structure.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

class Structure {
 public:
  explicit Structure(std::string_view q) : text_(decode_utf8(q)), structure_(text_) {}
  Stretch whole() const { return {0, text_.chars.size()}; }
  std::string alternatives() const { return join(structure_.alternatives(whole())); }
  std::string groups() const { return join(structure_.groups(whole())); }
  std::size_t levels() const { return structure_.levels(); }

 private:
  std::string join(const std::vector<Stretch>& stretches) const {
    std::string out;
    for (const Stretch& one : stretches) {
      if (!out.empty()) out += "|";
      out += encode_utf8(std::u32string_view(text_.chars).substr(one.begin, one.end - one.begin));
    }
    return out;
  }
  MappedText text_;
  QueryStructure structure_;
};

TEST(QueryStructure, IsPartedByOr) {
  EXPECT_EQ(Structure("nghị quyết OR chỉ thị").alternatives(), "nghị quyết | chỉ thị");
  EXPECT_EQ(Structure("rừng HOẶC biển").alternatives(), "rừng | biển");
  EXPECT_EQ(Structure("rừng HOẶC biển").alternatives(), "rừng | biển") << "marks apart";
  EXPECT_EQ(Structure("a OR b HOẶC c").alternatives(), "a | b | c");
  EXPECT_EQ(Structure("NQ OR CT").alternatives(), "NQ | CT");
}

TEST(QueryStructure, LeavesOtherTextWhole) {
  for (const char* q :
       {"rừng or biển", "rừng hoặc biển", "OR", "OR biển", "rừng OR", "rừng OR ()", "\"rừng OR biển\"",
        "FOR a", "rừng OR-biển", "BAN HÀNH QUY ĐỊNH HOẶC HƯỚNG DẪN", "(rừng OR biển)", ""})
    EXPECT_EQ(Structure(q).alternatives(), q);
}

TEST(QueryStructure, FindsGroups) {
  EXPECT_EQ(Structure("05-NQ/TU (2022)").groups(), "");
  EXPECT_EQ(Structure("(rừng OR biển) tôm -(cá cua)").groups(), "(rừng OR biển)|(cá cua)");
  EXPECT_EQ(Structure("x ((rừng OR biển) tôm)").groups(), "(rừng OR biển)") << "the outer one is plain text";
  EXPECT_EQ(Structure("((rừng OR biển) OR tôm)").groups(), "((rừng OR biển) OR tôm)");
  EXPECT_EQ(Structure("((rừng OR biển").groups(), "");
  EXPECT_EQ(Structure("((rừng OR biển)").groups(), "(rừng OR biển)");
  EXPECT_EQ(Structure("rừng) OR (biển").alternatives(), "rừng) | (biển");
  EXPECT_EQ(Structure("khoản 1(a)-(b)").groups(), "") << "no minus after a letter";
}

TEST(QueryStructure, CountsLevels) {
  EXPECT_EQ(Structure("a").levels(), 0u);
  EXPECT_EQ(Structure("(a) (b (c))").levels(), 2u);
  EXPECT_EQ(Structure(std::string(50, '(')).levels(), 0u);
  EXPECT_EQ(Structure(std::string(17, '(') + "a" + std::string(17, ')')).levels(), 17u);
}

}  // namespace
}  // namespace vankien
