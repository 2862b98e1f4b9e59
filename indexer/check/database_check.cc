#include "indexer/check/database_check.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "analyzers/schema/record.h"
#include "indexer/extract/program.h"
#include "indexer/generations/disk_space.h"
#include "indexer/writer/version_file.h"

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

// What Xapian's check compares besides: every document against its terms, every term against its documents.
std::string read_all(const fs::path& path) {
  const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
  std::vector<std::uint32_t> terms(database.get_lastdocid() + std::size_t{1});
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const std::string data = database.get_document(*id).get_data();
    split_record(data);
    Xapian::termcount length = 0;
    for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id); ++term) {
      length += term.get_wdf();
      ++terms[*id];
    }
    if (length != database.get_doclength(*id))
      return fmt::format("document {} has another length than its terms", *id);
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount documents = 0;
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id, ++documents)
      if (*id >= terms.size() || terms[*id]-- == 0)
        return fmt::format("document {} is listed under a term it does not have", *id);
    if (documents != term.get_termfreq()) return "a term has more or fewer documents than it says";
  }
  for (std::size_t id = 0; id < terms.size(); ++id)
    if (terms[id] != 0) return fmt::format("document {} has a term that does not list it", id);
  return {};
}

std::string check_grown(const fs::path& database) {
  for (const auto table : kTables) {
    if (!fs::exists(database / table)) continue;
    if (const auto wrong = ask_xapian(database / table); !wrong.empty() && !is_of_unused_blocks(wrong))
      return wrong;
  }
  try {
    return read_all(database);
  } catch (const Xapian::Error& error) {
    return error.get_description();
  } catch (const std::exception& error) {
    return error.what();
  }
}

// What is wrong with one database; empty if nothing.
std::string check_one(const fs::path& database) {
  if (!fs::is_directory(database)) return "is missing";
  const std::string wrong = ask_xapian(database);
  return in_one_line(is_of_unused_blocks(wrong) ? check_grown(database) : wrong);
}

}  // namespace

std::vector<Grade> all_grades() {
  std::vector<Grade> grades;
  for (std::size_t i = 0; i < kGradeCount; ++i) grades.push_back(static_cast<Grade>(i));
  return grades;
}

Findings check_databases(const fs::path& generation, const fs::path& self, const std::vector<Grade>& grades) {
  if (grades.empty()) return {};
  const std::string name = generation.filename().string();
  Findings findings;
  try {
    std::vector<std::string> words = {std::string(kWord), generation.string()};
    for (const Grade grade : grades) words.emplace_back(grade_name(grade));
    const Program check{self, words, "vankien"};
    std::istringstream lines(run_program(check, "/dev/null", limits_for(generation)).output);
    for (std::string grade, text; std::getline(lines, grade, '\t') && std::getline(lines, text);)
      findings.push_back({"database", name + "/" + grade, text});
  } catch (const ExtractError& error) {
    findings.push_back(
        {"database", name, fmt::format("the check of a database: {}: {}", error.code(), error.what())});
  }
  return findings;
}

bool is_check_databases(int argc, char** argv) { return argc > 2 && std::string_view(argv[1]) == kWord; }

int check_databases_main(int argc, char** argv) {
  for (int i = 3; i < argc; ++i)
    if (const auto wrong = check_one(fs::path(argv[2]) / argv[i]); !wrong.empty())
      fmt::print("{}\t{}\n", argv[i], wrong);
  return 0;
}

}  // namespace vankien
