#include "indexer/check/database_check.h"

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "indexer/extract/program.h"
#include "indexer/generations/disk_space.h"
#include "indexer/writer/stored_terms.h"
#include "indexer/writer/version_file.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kWord = "check-databases";
constexpr std::string_view kTablesWord = "tables";
constexpr std::string_view kRecordsWord = "records";

// A megabyte is checked in some 10 ms; a disk may be a hundred times as slow. Beside the databases files may come and go still.
ExtractLimits limits_for(const fs::path& generation, const std::vector<Grade>& grades) {
  std::uint64_t bytes = 0;
  for (const Grade grade : grades)
    if (const fs::path database = generation / grade_name(grade); fs::is_directory(database))
      bytes += bytes_below(database);
  ExtractLimits limits;
  limits.output_bytes = 1 << 20;
  limits.memory_bytes = std::size_t{4} << 30;
  limits.seconds = static_cast<unsigned>(60 + bytes / 1'000'000);
  return limits;
}

std::string in_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  constexpr std::size_t kMost = 500;
  if (text.size() > kMost) text = text.substr(text.size() - kMost);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// What Xapian's check says of a database, or of one of its tables; empty if nothing is wrong.
std::string ask_xapian(const fs::path& path) {
  std::ostringstream words;
  try {
    if (Xapian::Database::check(path.string(), 0, &words) == 0) return {};
  } catch (const Xapian::Error& error) {
    words << error.get_description();
  } catch (const std::exception& error) {  // a damaged length asks for all the memory there is
    words << error.what();
  }
  return "Xapian's check: " + words.str();
}

// Xapian says so of a table that was appended to, once it has found its tree in order, and looks no further.
bool is_of_unused_blocks(const std::string& wrong) {
  return wrong.find("unused block(s) missing from the free list") != std::string::npos;
}

// Of each document all terms are made again from its stored record; with those that list it they cancel out, hash by hash of term
// and count, if none is missing and none too much.
std::string check_records(const Xapian::Database& database) {
  std::vector<std::uint64_t> sums(database.get_lastdocid() + std::size_t{1});
  const auto hash = [](const std::string& term, Xapian::termcount times) {
    return XXH3_64bits_withSeed(term.data(), term.size(), times);
  };
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
    for (const auto& [term, times] : terms_of(database, *id)) sums[*id] += hash(term, times);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount documents = 0;
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id, ++documents) {
      if (*id >= sums.size()) return "a term lists a document that is not there";
      sums[*id] -= hash(*term, id.get_wdf());
    }
    if (documents != term.get_termfreq()) return "a term has more or fewer documents than it says";
  }
  const auto wrong = std::find_if(sums.begin(), sums.end(), [](std::uint64_t sum) { return sum != 0; });
  if (wrong == sums.end()) return {};
  return fmt::format("document {} is listed under other terms than its stored record has",
                     wrong - sums.begin());
}

std::string check_grown(const fs::path& database) {
  for (const auto table : kTables) {
    if (!fs::exists(database / table)) continue;
    if (const auto wrong = ask_xapian(database / table); !wrong.empty() && !is_of_unused_blocks(wrong))
      return wrong;
  }
  return {};
}

std::string read_records(const fs::path& database) {
  try {
    return check_records(Xapian::Database(database.string(), Xapian::DB_BACKEND_GLASS));
  } catch (const Xapian::Error& error) {
    return error.get_description();
  } catch (const std::exception& error) {
    return error.what();
  }
}

// What is wrong with one database; empty if nothing.
std::string check_one(const fs::path& database, bool with_records) {
  if (!fs::is_directory(database)) return "is missing";
  std::string wrong = ask_xapian(database);
  if (is_of_unused_blocks(wrong)) wrong = check_grown(database);
  if (wrong.empty() && with_records) wrong = read_records(database);
  return in_one_line(wrong);
}

}  // namespace

std::vector<Grade> all_grades() {
  std::vector<Grade> grades;
  for (std::size_t i = 0; i < kGradeCount; ++i) grades.push_back(static_cast<Grade>(i));
  return grades;
}

Findings check_databases(const fs::path& generation, const fs::path& self, const std::vector<Grade>& grades,
                         CheckDepth depth) {
  if (grades.empty()) return {};
  const std::string name = generation.filename().string();
  Findings findings;
  try {
    std::vector<std::string> words = {
        std::string(kWord), generation.string(),
        std::string(depth == CheckDepth::kRecords ? kRecordsWord : kTablesWord)};
    for (const Grade grade : grades) words.emplace_back(grade_name(grade));
    const Program check{self, words, "vankien"};
    const ProgramEnd end = run_program(check, "/dev/null", limits_for(generation, grades));
    // What it had not come to is not known to be right.
    if (end.status != 0)
      findings.push_back({"database", name,
                          fmt::format("the check of a database ended with status {}: {}", end.status,
                                      in_one_line(end.errors))});
    std::istringstream lines(end.output);
    for (std::string grade, text; std::getline(lines, grade, '\t') && std::getline(lines, text);)
      findings.push_back({"database", name + "/" + grade, text});
  } catch (const ExtractError& error) {
    findings.push_back(
        {"database", name, fmt::format("the check of a database: {}: {}", error.code(), error.what())});
  }
  return findings;
}

bool is_check_databases(int argc, char** argv) { return argc > 3 && std::string_view(argv[1]) == kWord; }

int check_databases_main(int argc, char** argv) {
  const bool with_records = argv[3] == kRecordsWord;
  for (int i = 4; i < argc; ++i)
    if (const auto wrong = check_one(fs::path(argv[2]) / argv[i], with_records); !wrong.empty())
      fmt::print("{}\t{}\n", argv[i], wrong);
  return 0;
}

}  // namespace vankien
