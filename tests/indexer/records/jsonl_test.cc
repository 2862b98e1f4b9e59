// 1. Lines are told apart by their line feeds alone: zero bytes, which a power cut leaves where somebody was writing, take none away.
// 2. A line that is too long is told, the last one too.
// 3. What stands before the damage of a packed file is read.

#include "indexer/records/jsonl.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>

#include "indexer/extract/extract.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

struct Read {
  std::vector<std::string> lines;
  std::vector<std::uint64_t> refused;
  std::string damage;
};

Read read(const fs::path& file, std::size_t most_line_bytes = kMostLineBytes) {
  Read read;
  try {
    read_lines(
        file,
        [&](std::uint64_t first, std::vector<std::string> lines) {
          EXPECT_EQ(first, read.lines.size() + 1);
          for (auto& line : lines) read.lines.push_back(std::move(line));
          return true;
        },
        [&](std::uint64_t line, const std::string&) { read.refused.push_back(line); }, most_line_bytes);
  } catch (const ExtractError& error) {
    read.damage = error.what();
  }
  return read;
}

fs::path write(const test::TemporaryFolder& folder, const std::string& name, const std::string& bytes) {
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  return folder.path() / name;
}

TEST(JsonLines, AreToldApartByLineFeedsAlone) {
  const test::TemporaryFolder folder;
  const std::string zeros(300, '\0');
  const std::string long_line(200'000, 'x');  // longer than what is read at once
  const auto file = write(folder, "a.jsonl", "one\n" + zeros + "two\n\n" + long_line + "\nthree");
  EXPECT_EQ(read(file).lines,
            (std::vector<std::string>{"one\n", zeros + "two\n", "\n", long_line + "\n", "three"}));
  const auto whole = write(folder, "b.jsonl", std::string("t\0hree\nfour", 11));
  EXPECT_EQ(read(whole).lines, (std::vector<std::string>{std::string("t\0hree\n", 7), "four"}));
}

TEST(JsonLines, TellsWhatIsTooLong) {
  const test::TemporaryFolder folder;
  const std::string much(1000, 'x');
  const auto read_all = read(write(folder, "a.jsonl", "one\n" + much + "\ntwo\n" + much), 100);
  EXPECT_EQ(read_all.lines, (std::vector<std::string>{"one\n", "", "two\n", ""}));
  EXPECT_EQ(read_all.refused, (std::vector<std::uint64_t>{2, 4}));
}

TEST(JsonLines, AreReadAsFarAsAPackedFileIsWhole) {
  const test::TemporaryFolder folder;
  std::string text;
  for (unsigned i = 0; i < 2000; ++i) text += std::to_string(i * 2'654'435'761u) + "\n";
  const std::string path = (folder.path() / "a.jsonl.gz").string();
  const gzFile packed = gzopen(path.c_str(), "wb");
  ASSERT_EQ(gzwrite(packed, text.data(), static_cast<unsigned>(text.size())), static_cast<int>(text.size()));
  ASSERT_EQ(gzclose(packed), Z_OK);
  ASSERT_EQ(read(path).lines.size(), 2000u);
  fs::resize_file(path, fs::file_size(path) / 2);
  const Read half = read(path);
  EXPECT_GT(half.lines.size(), 500u);
  EXPECT_EQ(half.damage, "after line " + std::to_string(half.lines.size()) + ": unexpected end of file");
}

}  // namespace
}  // namespace vankien
