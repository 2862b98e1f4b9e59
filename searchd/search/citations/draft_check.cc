#include "searchd/search/citations/draft_check.h"

#include "analyzers/legacy/legacy_text.h"
#include "searchd/search/archive/readable.h"

namespace vankien {
namespace {

// Counts from place to place, so that a text is walked once.
class Utf16Counter {
 public:
  explicit Utf16Counter(std::string_view text) : text_(text) {}

  std::size_t at(std::size_t byte) {
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
      const auto c = static_cast<unsigned char>(text_[byte_]);
      if ((c & 0xC0) != 0x80) units_ += c >= 0xF0 ? 2 : 1;
    }
    return units_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t units_ = 0;
};

}  // namespace

DraftReport check_draft(const Snapshot& snapshot, Clearance clearance, std::string_view text,
                        const std::string& date) {
  DraftReport report;
  LegacyText repaired = repair_legacy(text);
  if (!repaired.encodings.empty()) {
    report.decoded = std::move(repaired.text);
    text = report.decoded;
  }
  auto citations = find_draft_citations(text);
  report.total = citations.size();
  if (citations.size() > kMostFindings) citations.resize(kMostFindings);
  readable([&] {
    const auto view = snapshot.view(clearance);
    CitedPapers papers(*view, date);
    Utf16Counter units(text);
    for (DraftCitation& citation : citations) {
      CheckedCitation checked = papers.check(citation);
      const std::size_t begin = units.at(citation.begin);
      const std::size_t end = units.at(citation.end);
      report.findings.push_back({std::move(citation), begin, end, std::move(checked)});
    }
  });
  return report;
}

}  // namespace vankien
