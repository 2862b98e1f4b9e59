#include "indexer/records/letter.h"

#include <string_view>
#include <utility>

namespace vankien {
namespace {

constexpr std::string_view kSubject = "Chủ đề: ";
constexpr const char* kFrom = "mail head";

/// Each piece between brackets, colons, bars and dashes on a line of its own, where a stamp is looked for.
std::string in_pieces(const std::string& subject) {
  std::string pieces;
  for (std::size_t i = 0; i < subject.size(); ++i) {
    const bool dash = subject.compare(i, 3, " - ") == 0;
    const bool long_dash = subject.compare(i, 3, "–") == 0;
    if (dash || long_dash) i += 2;
    const bool parts =
        dash || long_dash || std::string_view("[](){}:;,|<>*_").find(subject[i]) != std::string_view::npos;
    pieces += parts ? '\n' : subject[i];
  }
  return pieces + "\n";
}

/// An encoded word (RFC 2047) in a charset nobody knows stands there as it came (mail_head.h); letters that are none
/// become U+FFFD.
bool is_undecoded(const std::string& subject) {
  const auto word = subject.find("=?");
  return subject.find("\uFFFD") != subject.npos ||
         (word != subject.npos && subject.find("?=", word) != subject.npos);
}

}  // namespace

bool is_letter(const ExtractedText& text) { return text.format == "eml" && !text.pages.empty(); }

LetterHead take_letter_head(ExtractedText& text) {
  LetterHead head;
  head.lines = std::move(text.pages.front());
  text.pages.erase(text.pages.begin());
  if (text.pages.empty()) text.pages.emplace_back();
  if (head.lines.starts_with(kSubject))
    head.subject = head.lines.substr(kSubject.size(), head.lines.find('\n') - kSubject.size());
  if (const auto sent = text.properties.find("sent"); sent != text.properties.end()) head.sent = sent->second;
  return head;
}

std::vector<GradeDoubt> apply_letter_head(const LetterHead& head, Record& record,
                                          std::vector<std::string>& pages) {
  // A paper pasted into a letter has its own title; without a symbol what looks like one is a salutation.
  if (!head.subject.empty() && (record.title.empty() || record.symbol.empty())) {
    record.title = head.subject;
    record.provenance["title"] = kFrom;
  }
  // "Kính gửi" begins every letter; only one with a number is an official letter.
  if (record.symbol.empty()) {
    record.type.clear();
    record.provenance.erase("type");
  }
  if (record.date.empty() && !head.sent.empty()) {
    record.date = head.sent;
    record.provenance["date"] = kFrom;
  }
  Metadata stamped = read_metadata({in_pieces(head.subject)});
  std::vector<GradeDoubt> doubts = std::move(stamped.grade_doubts);
  for (GradeDoubt& doubt : doubts) doubt.place = "subject";
  if (is_undecoded(head.subject)) {
    stamped.grade = Grade::kTuyetMat;
    doubts.push_back({"subject", "cannot be decoded, may bear a stamp"});
  }
  if (stamped.grade > record.grade) {
    record.grade = stamped.grade;
    record.provenance["grade"] = kFrom;
  }
  pages.front() = head.lines + "\n" + pages.front();
  return doubts;
}

}  // namespace vankien
