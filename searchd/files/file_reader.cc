#include "searchd/files/file_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searchd/files/at_once.h"
#include "searchd/files/child_process.h"

namespace vankien {
namespace {

/// Takes one of the places, and gives it back.
class Turn {
 public:
  explicit Turn(std::counting_semaphore<2>& free) : free_(free) {
    if (!free_.try_acquire()) throw TooManyFiles();
  }
  ~Turn() { free_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  std::counting_semaphore<2>& free_;
};

ReadFile from_answer(const std::string& answer) {
  std::string code, message;
  try {
    auto json = nlohmann::json::parse(answer);
    if (!json.contains("error")) {
      ReadFile file{{}, json.at("format").get<std::string>()};
      for (auto& page : json.at("pages")) file.pages.push_back(std::move(page.get_ref<std::string&>()));
      file.thin_pages = json.value("wordless_pages", file.thin_pages);
      return file;
    }
    code = json.at("error").at("code").get<std::string>();
    message = json.at("error").at("message").get<std::string>();
  } catch (const nlohmann::json::exception&) {
    throw FileUnreadable("crashed", "the program that reads files gave no sensible answer");
  }
  throw FileUnreadable(code, message);
}

}  // namespace

std::string ReadFile::text() const {
  std::string all;
  for (const std::string& page : pages) {
    if (!all.empty() && !all.ends_with('\n')) all += '\n';
    all += page;
  }
  return all;
}

FileReader::FileReader(std::filesystem::path program, std::chrono::seconds time)
    : program_(std::move(program)), time_(time) {}

ReadFile FileReader::read(std::string_view bytes, const std::string& ending) const {
  constexpr std::size_t kMostAnswer = 12u << 20;  // two or three times what a draft or a list may have
  static_assert(kAtOnce == kFilesAtOnce);
  const Turn turn(free_);
  const auto begun = std::chrono::steady_clock::now();
  const auto answer =
      run_child_process({program_.string(), "extract", "-", "--ending", ending}, bytes, kMostAnswer, time_);
  if (!answer && std::chrono::steady_clock::now() - begun < time_)
    throw FileUnreadable("too_large", fmt::format("its text is longer than {} MB", kMostAnswer >> 20));
  if (!answer) throw FileUnreadable("timeout", fmt::format("not done after {} s", time_.count()));
  ReadFile file = from_answer(*answer);
  if (std::all_of(file.pages.begin(), file.pages.end(), [](const std::string& page) {
        return page.find_first_not_of(" \t\r\n\f") == std::string::npos;
      }))
    throw FileUnreadable("needs_ocr", "there is no text in it: its pages are pictures, or empty");
  return file;
}

}  // namespace vankien
