// 1. A file is read by the real program, whatever its name ends in; what cannot be read says why, with a stable code.
// 2. A program that says nonsense, says too much or does not come to an end costs the file only.
// 3. Pages with little text of their own are told.
// 4. No more than two files are read at once.

#include "searchd/files/file_reader.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <functional>
#include <thread>

#include "searchd/files/child_process.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using std::chrono::seconds;

const char* const kIndexer = VANKIEN_BINARY_DIR "/bin/vankien-indexer";

std::string code_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const FileUnreadable& error) {
    return error.code();
  }
  return "read";
}

/// A program that does what the shell's words say.
class Script {
 public:
  explicit Script(const std::string& words) : path_(folder_.path() / "reader") {
    std::ofstream(path_) << "#!/bin/sh\n" << words << "\n";
    ::chmod(path_.c_str(), 0700);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  test::TemporaryFolder folder_;
  std::filesystem::path path_;
};

TEST(FileReader, ReadsByTheRealProgram) {
  const FileReader reader(kIndexer);
  const ReadFile rtf =
      reader.read(R"({\rtf1\ansi Theo Ngh\u7883? quy\u7871?t 05-NQ/TU\par C\u243?.})", "rtf");
  EXPECT_EQ(rtf.format, "rtf");
  EXPECT_NE(rtf.text().find("Theo Nghị quyết 05-NQ/TU\nCó."), std::string::npos) << rtf.text();
  EXPECT_EQ(reader.read(R"({\rtf1\ansi abc})", "docx").format, "rtf") << "the bytes decide";
  EXPECT_EQ(code_of([&] { reader.read("%PDF-1.4 and no more", "pdf"); }), "damaged");
  EXPECT_NE(code_of([&] { reader.read(std::string("\0\1\2\3", 4), ""); }), "read");
  EXPECT_EQ(reader.read("abc", "txt").text(), "abc\n");
  EXPECT_EQ(code_of([&] { reader.read("abc", "txt; rm -rf /"); }), "unsupported_format")
      << "no ending at all";
}

TEST(FileReader, ForeignProgramsAreBounded) {
  const Script nonsense("echo nonsense"), waits("sleep 600"),
      empty(R"(echo '{"pages": [" "], "format": "pdf"}')");
  EXPECT_EQ(code_of([&] { FileReader(nonsense.path()).read("a", ""); }), "crashed");
  EXPECT_EQ(code_of([&] { FileReader(waits.path(), seconds(1)).read("a", ""); }), "timeout");
  EXPECT_EQ(code_of([&] { FileReader(empty.path()).read("a", ""); }), "needs_ocr");
  const Script endless("yes");
  EXPECT_EQ(code_of([&] { FileReader(endless.path()).read("a", ""); }), "too_large");
  EXPECT_THROW(FileReader("/nonexistent/program").read("a", ""), std::system_error);
}

TEST(FileReader, TellsOfWordlessPages) {
  const Script half(R"(echo '{"pages": ["x", "", "y"], "format": "pdf", "wordless_pages": [2]}')"),
      whole(R"(echo '{"pages": ["x"], "format": "txt"}')");
  EXPECT_EQ(FileReader(half.path()).read("a", "").thin_pages, std::vector<std::size_t>{2});
  EXPECT_TRUE(FileReader(whole.path()).read("a", "").thin_pages.empty());
}

TEST(FileReader, TwoAtOnce) {
  test::TemporaryFolder folder;
  const std::string running = (folder.path() / "running").string(), go = (folder.path() / "go").string();
  const Script waits("echo >> " + running + "; while [ ! -e " + go + " ]; do sleep 0.02; done; " +
                     R"(echo '{"pages": ["x"], "format": "txt"}')");
  const FileReader reader(waits.path());
  std::jthread first([&] { reader.read("a", ""); }), second([&] { reader.read("a", ""); });
  const auto both_run = [&] {
    std::error_code error;
    const auto size = std::filesystem::file_size(running, error);
    return !error && size == 2;
  };
  while (!both_run()) std::this_thread::yield();
  EXPECT_THROW(reader.read("a", ""), TooManyFiles);
  std::ofstream(go).flush();
  first.join();
  second.join();
  EXPECT_EQ(reader.read("a", "").text(), "x") << "there is room again";
}

TEST(ChildProcess, InputAndOutput) {
  const std::string much(1 << 20, 'x');
  EXPECT_EQ(run_child_process({"/bin/cat"}, much, much.size(), seconds(60)), much);
  EXPECT_EQ(run_child_process({"/bin/cat"}, much, much.size() - 1, seconds(60)), std::nullopt);
  EXPECT_EQ(run_child_process({"/bin/sh", "-c", "ls /proc/self/fd | wc -l; env | grep -c VANKIEN"}, "", 100,
                              seconds(60)),
            "4\n0\n")
      << "standard input, output, error, and the folder that is listed";
}

}  // namespace
}  // namespace vankien
