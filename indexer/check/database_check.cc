#include "indexer/check/database_check.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "analyzers/schema/grade.h"
#include "indexer/extract/program.h"
#include "indexer/generations/disk_space.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kWord = "check-databases";

// A megabyte is checked in some 10 ms; a disk may be a hundred times as slow.
ExtractLimits limits_for(const fs::path& generation) {
  ExtractLimits limits;
  limits.output_bytes = 1 << 20;
  limits.memory_bytes = std::size_t{4} << 30;
  limits.seconds = static_cast<unsigned>(60 + bytes_below(generation) / 1'000'000);
  return limits;
}

std::string in_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  constexpr std::size_t kMost = 500;
  if (text.size() > kMost) text = text.substr(text.size() - kMost);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// What is wrong with one database; empty if nothing.
std::string check_one(const fs::path& database) {
  if (!fs::is_directory(database)) return "is missing";
  std::ostringstream words;
  try {
    if (Xapian::Database::check(database.string(), 0, &words) == 0) return {};
  } catch (const Xapian::Error& error) {
    words << error.get_description();
  } catch (const std::exception& error) {  // a damaged length asks for all the memory there is
    words << error.what();
  }
  return in_one_line("Xapian's check: " + words.str());
}

}  // namespace

Findings check_databases(const fs::path& generation, const fs::path& self) {
  const std::string name = generation.filename().string();
  Findings findings;
  try {
    const Program check{self, {std::string(kWord), generation.string()}, "vankien"};
    std::istringstream lines(run_program(check, "/dev/null", limits_for(generation)).output);
    for (std::string grade, text; std::getline(lines, grade, '\t') && std::getline(lines, text);)
      findings.push_back({"database", name + "/" + grade, text});
  } catch (const ExtractError& error) {
    findings.push_back(
        {"database", name, fmt::format("the check of a database: {}: {}", error.code(), error.what())});
  }
  return findings;
}

bool is_check_databases(int argc, char** argv) { return argc == 3 && std::string_view(argv[1]) == kWord; }

int check_databases_main(char** argv) {
  for (const auto grade : kGradeNames)
    if (const auto wrong = check_one(fs::path(argv[2]) / grade); !wrong.empty())
      fmt::print("{}\t{}\n", grade, wrong);
  return 0;
}

}  // namespace vankien
