// 1. A Range is read as RFC 9110 has it; what is none asks for the whole.
// 2. A file's name goes out in its own letters, and in ASCII beside; nothing in it can end the header.

#include "searchd/api/original.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "analyzers/schema/record.h"

namespace vankien::api {
namespace {

using Kind = ByteRange::Kind;

TEST(ByteRange, IsReadAsTheStandardHasIt) {
  const struct {
    const char* header;
    Kind kind;
    std::uint64_t begin, end;
  } cases[] = {
      {"", Kind::kWhole, 0, 1000},
      {"bytes=0-99", Kind::kPart, 0, 100},
      {"bytes=990-", Kind::kPart, 990, 1000},
      {"bytes=990-5000", Kind::kPart, 990, 1000},
      {"bytes=999-999", Kind::kPart, 999, 1000},
      {"bytes=-10", Kind::kPart, 990, 1000},
      {"bytes=-5000", Kind::kPart, 0, 1000},
      {"bytes=1000-", Kind::kImpossible, 0, 0},
      {"bytes=-0", Kind::kImpossible, 0, 0},
      {"bytes=5-4", Kind::kWhole, 0, 1000},
      {"bytes=0-9,20-29", Kind::kWhole, 0, 1000},
      {"bytes=a-b", Kind::kWhole, 0, 1000},
      {"bytes=-", Kind::kWhole, 0, 1000},
      {"bytes=+1-2", Kind::kWhole, 0, 1000},
      {"Bytes=0-99", Kind::kPart, 0, 100},
      {"BYTES=1000-", Kind::kImpossible, 0, 0},
      {"bytes=99999999999999999999-", Kind::kImpossible, 0, 0},
      {"bytes=5-99999999999999999999", Kind::kPart, 5, 1000},
      {"bytes=-99999999999999999999", Kind::kPart, 0, 1000},
      {"bytes=99999999999999999999-1", Kind::kWhole, 0, 1000},
      {"byte=0-9", Kind::kWhole, 0, 1000},
      {"bytes=0-18446744073709551615", Kind::kPart, 0, 1000},
      {"lines=0-9", Kind::kWhole, 0, 1000},
  };
  for (const auto& example : cases) {
    SCOPED_TRACE(example.header);
    const ByteRange range = read_range(example.header, 1000);
    EXPECT_EQ(range.kind, example.kind);
    EXPECT_EQ(range.begin, example.begin);
    EXPECT_EQ(range.end, example.end);
  }
  EXPECT_EQ(read_range("bytes=0-", 0).kind, Kind::kImpossible);
  EXPECT_EQ(read_range("", 0).kind, Kind::kWhole);
}

TEST(ByteRange, LiesInTheFile) {
  rc::check([](std::uint64_t first, std::uint64_t last, std::uint64_t size) {
    const ByteRange range = read_range("bytes=" + std::to_string(first) + "-" + std::to_string(last), size);
    RC_ASSERT(range.begin <= range.end);
    RC_ASSERT(range.end <= size);
    RC_ASSERT(range.kind != Kind::kPart || range.begin < range.end);
  });
}

TEST(ContentDisposition, NamesTheFile) {
  EXPECT_EQ(content_disposition(false, "Số 05.pdf"),
            "inline; filename=\"S_ 05.pdf\"; filename*=UTF-8''S%E1%BB%91%2005.pdf");
  EXPECT_EQ(content_disposition(true, "a\"b\r\n\\c.txt"),
            "attachment; filename=\"a_b___c.txt\"; filename*=UTF-8''a%22b%0D%0A%5Cc.txt");
}

TEST(OriginalOf, ReadsTheStoredFields) {
  Record record;
  record.id = "a";
  record.path = "kho/a.pdf";
  record.format = "pdf";
  const OriginalOf own = original_of({encode_record(record), "Pkho/a.pdf"});
  EXPECT_EQ(own.path, "kho/a.pdf");
  EXPECT_EQ(own.path_term, "Pkho/a.pdf");
  EXPECT_EQ(own.format, "pdf");
  EXPECT_FALSE(own.is_part);
  record.path = "kho/a.eml/b.pdf";
  record.parent = "kho/a.eml";
  EXPECT_TRUE(original_of({encode_record(record), ""}).is_part);
}

}  // namespace
}  // namespace vankien::api
