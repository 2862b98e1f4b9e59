#include <algorithm>
#include <string>
#include <unordered_map>

#include "analyzers/mapped_text.h"
#include "indexer/extract/docbook_part.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/program.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

// Two programs, because each loses what the other has. antiword keeps the byte 0xAD (ư in TCVN3 fonts) as
// U+00AD, which catdoc drops, and knows tables; catdoc gives page headers, which antiword leaves out. antiword's
// XML keeps the rows of tables and leaves out deleted text, its plain text keeps tabs and footnotes.
const Program kStructure = {"/usr/bin/antiword", {"-x", "db", "/dev/stdin"}, "antiword"};
const Program kPlain = {"/usr/bin/antiword", {"-m", "UTF-8.txt", "-w", "0", "/dev/stdin"}, "antiword"};
const Program kEverything = {"/usr/bin/catdoc", {"-d", "utf-8", "-w", "/dev/stdin"}, "catdoc"};

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
  // catdoc takes some drawings for text, and half surrogates come out.
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

}  // namespace

ExtractedText extract_doc(const std::filesystem::path& file, const ExtractLimits& limits) {
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
  std::string stamps;
  collect_stamps(result.pages, stamps);
  const std::size_t in_the_text = stamps.size();
  collect_stamps({output_of(kEverything, file, limits)}, stamps);
  result.pages.front().insert(0, stamps.substr(in_the_text));
  tidy(result.properties);
  refuse_letterless(result, plain.find("[pic]") != std::string::npos);
  return result;
}

}  // namespace vankien
