// 1. Page numbers and what returns on three page breaks are furniture, at both edges; nothing else is.
// 2. Without a form feed there is none.

#include "analyzers/page_furniture.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace vankien {
namespace {

std::string furniture(const std::string& body) {
  std::string out;
  for (const Furniture& one : find_page_furniture(body))
    out += (out.empty() ? "" : "|") + body.substr(one.begin, one.end - one.begin);
  return out;
}

TEST(PageFurniture, IsAPagesNumber) {
  for (const char* number : {"2", "- 2 -", "– 2 –", "[12]", "Trang 2/15", "trang 2"}) {
    const std::string line(number);
    EXPECT_EQ(furniture("chỉ định\n\f   " + line + "\n\nmột nhà"), line);
    EXPECT_EQ(furniture("chỉ định\n" + line + "  \n\n\fmột nhà"), line);
  }
  EXPECT_EQ(furniture("a\n\f2\n3\nb\n4\f5"), "2|3|4|5");
}

TEST(PageFurniture, IsNothingElse) {
  for (const char* body :
       {"chỉ định\n2\nmột nhà", "2", "", "\f", "a\n\f2. Mục hai\nb", "a\n\f12345\nb", "a\n\fTrang bị\nb",
        "a\n2\nb\n\fc", "a\n\f05-NQ/TU\nb", "a\n\fĐầu trang\nb\n\fĐầu trang\nc"})
    EXPECT_EQ(furniture(body), "") << body;
}

TEST(PageFurniture, IsARunningHead) {
  EXPECT_EQ(furniture("a\n\fCÔNG BÁO/Số 12\n2\nb\n\fCÔNG BÁO/Số 13\n3\nc\n\fCÔNG BÁO/Số 14\n4\nd"),
            "CÔNG BÁO/Số 12|2|CÔNG BÁO/Số 13|3|CÔNG BÁO/Số 14|4");
}

TEST(PageFurniture, LiesInTheBody) {
  rc::check("in order, not overlapping, within the body", [](const std::vector<std::string>& parts) {
    std::string body;
    for (const auto& part : parts) body += part + (part.size() % 2 == 0 ? "\n\f" : "\n7\n\f 8");
    std::uint32_t last = 0;
    for (const Furniture& one : find_page_furniture(body)) {
      RC_ASSERT(one.begin >= last);
      RC_ASSERT(one.begin < one.end);
      RC_ASSERT(one.end <= body.size());
      last = one.end;
    }
  });
}

}  // namespace
}  // namespace vankien
