#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/mapped_text.h"
#include "indexer/extract/docbook_part.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/office.h"
#include "indexer/extract/program.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/utf.h"
#include "indexer/extract/word_lines.h"
#include "indexer/extract/word_stories.h"

namespace vankien {
namespace {

// Its XML keeps the rows of tables and leaves out deleted text, its plain text keeps tabs and footnotes. Page headers
// and text boxes it leaves out, and from some documents a line in a hundred.
const Program kStructure = {"/usr/bin/antiword", {"-x", "db", "/dev/stdin"}, "antiword"};
const Program kPlain = {"/usr/bin/antiword", {"-m", "UTF-8.txt", "-w", "0", "/dev/stdin"}, "antiword"};

[[noreturn]] void refuse(const std::string& complaint) {
  const std::string said = bare(complaint);
  if (said.find("encrypt") != std::string::npos)
    throw ExtractError("encrypted", "Word document under a password");
  throw ExtractError("damaged", "Word document: " + said.substr(0, 200));
}

std::string output_of(const Program& program, const std::filesystem::path& file,
                      const ExtractLimits& limits) {
  ProgramEnd end = run_program(program, file, limits);
  if (end.status != 0) refuse(end.errors);
  // Half surrogates come out.
  if (first_bad_utf8(end.output)) return encode_utf8(decode_utf8(end.output).chars);
  return std::move(end.output);
}

/// antiword's lines with tabs, under what its XML makes of them.
class Tabs {
 public:
  explicit Tabs(const std::string& plain) {
    for (std::size_t at = 0; at < plain.size();) {
      const std::size_t end = std::min(plain.find('\n', at), plain.size());
      std::string line = plain.substr(at, end - at);
      at = end + 1;
      if (line.find('\t') == std::string::npos) continue;
      std::string key = key_of(line);
      lines_.emplace(std::move(key), std::move(line));
    }
  }
  std::string_view restored(std::string_view line) const {
    const auto found = lines_.find(key_of(line));
    return found == lines_.end() ? line : std::string_view(found->second);
  }

 private:
  static std::string key_of(std::string_view line) {
    std::string key(line);
    std::replace(key.begin(), key.end(), '\t', ' ');
    const auto last = key.find_last_not_of(' ');
    key.resize(last == std::string::npos ? 0 : last + 1);
    return key;
  }
  std::unordered_map<std::string, std::string> lines_;
};

/// "[1]⇥Trừ ngày mưa lớn." at the end of the plain text, after a rule.
std::string footnotes_of(const std::string& plain) {
  std::string notes;
  constexpr std::string_view kRule = "\n-----------------------\n[";
  const auto rule = plain.find(kRule);
  if (rule == std::string::npos) return notes;
  for (std::size_t at = rule + kRule.size() - 1; at < plain.size() && plain[at] == '[';) {
    const std::size_t end = std::min(plain.find('\n', at), plain.size());
    notes.append(plain, at, end - at) += '\n';
    at = std::min(plain.find_first_not_of('\n', end), plain.size());
  }
  return notes;
}

void tidy(std::map<std::string, std::string>& properties) {
  // antiword shows the day of a file without one as the clock's beginning.
  const auto created = properties.find("created");
  if (created != properties.end() && created->second < "1980") properties.erase(created);
}

/// What antiword makes of it: tables in rows, deleted text left out.
ExtractedText read_by_antiword(const std::filesystem::path& file, const ExtractLimits& limits) {
  const std::string plain = output_of(kPlain, file, limits);
  const std::string xml = output_of(kStructure, file,
                                    {.output_bytes = 4 * limits.output_bytes,
                                     .memory_bytes = limits.memory_bytes,
                                     .seconds = limits.seconds});
  const Tabs tabs(plain);
  ExtractedText result;
  Flow flow(limits);
  DocBookPart part(flow, result.properties, [&](std::string_view line) { return tabs.restored(line); });
  SaxParser parser("antiword's output", part);
  const auto book = xml.find("<book");  // before it stands a document type, which we refuse
  if (book == std::string::npos) throw ExtractError("empty", "no text in the document");
  parser.feed(std::string_view(xml).substr(book));
  parser.finish();
  result.pages = flow.take_pages();
  result.pages.back() += footnotes_of(plain);
  tidy(result.properties);
  refuse_letterless(result, plain.find("[pic]") != std::string::npos);
  return result;
}

ExtractedText read_by_office(std::string_view bytes, const ExtractLimits& limits) {
  ExtractLimits most = limits;
  most.seconds =
      std::max(1u, limits.seconds * 2 / 3);  // the rest is for antiword, should this come to nothing
  return extract_docx(converted_by_office(bytes, "doc", "docx", most), limits);
}

std::string all_of(const ExtractedText& text) {
  std::string all;
  for (const std::string& page : text.pages) all += page;
  return all;
}

/// The letters alone, where LibreOffice is missing or fails: nothing lost, tables not in rows.
ExtractedText read_plainly(ExtractedText quick, const std::string& lost, const WordStories& stories,
                           const ExtractError& why) {
  if (stories.hyphens_as_letters || quick.pages.empty()) {
    quick.pages = {stories.text};
  } else {
    quick.pages.back() += lost;
  }
  quick.warnings.push_back(
      {kLinesOutOfPlace, "",
       std::string(
           "lines or tables of the document are not in their place, because LibreOffice did not read it: ") +
           why.what()});
  return quick;
}

/// The best reading there is of a document whose letters are known.
ExtractedText read_body(const std::filesystem::path& file, std::string_view bytes, const WordStories& stories,
                        const ExtractLimits& limits) {
  ExtractedText quick;
  std::string lost;
  try {
    quick = read_by_antiword(file, limits);
    lost = lines_lost(stories.text, all_of(quick));
    const bool letters_lost = stories.hyphens_as_letters && !repair_legacy(stories.text).encodings.empty();
    if (lost.empty() && !letters_lost) return quick;
  } catch (const ExtractError& error) {
    if (error.code() == "timeout" || error.code() == "too_large") throw;
  }
  try {
    return read_by_office(bytes, limits);
  } catch (const ExtractError& error) {
    if (count_letters(stories.text) == 0) throw;
    return read_plainly(std::move(quick), lost, stories, error);
  }
}

}  // namespace

ExtractedText extract_doc(const std::filesystem::path& file, std::string_view bytes,
                          const ExtractLimits& limits) {
  const std::optional<WordStories> stories = read_word_stories(bytes, limits);
  // Without its letters nobody could say that no stamp was overlooked: then LibreOffice or nobody.
  if (!stories) return read_by_office(bytes, limits);
  ExtractedText result = read_body(file, bytes, *stories, limits);
  std::string stamps;
  collect_stamps(result.pages, stamps);
  const std::size_t in_the_text = stamps.size();
  collect_stamps({stories->text, stories->furniture}, stamps);
  result.pages.front().insert(0, stamps.substr(in_the_text));
  return result;
}

}  // namespace vankien
