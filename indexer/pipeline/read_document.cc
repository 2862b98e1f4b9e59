#include "indexer/pipeline/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>

#include "indexer/extract/child.h"
#include "indexer/pipeline/document_fields.h"
#include "indexer/records/letter.h"

namespace vankien {
namespace {

/// Stamps of secrecy stand on the first page. Where that is not readable the highest grade is the plausible one.
Warning doubt_grade(const OcrPages& pages, Record& record) {
  const bool failed = !pages.failed.empty() && pages.failed.front() == 1;
  const bool poor = !pages.poor.empty() && pages.poor.front() == 1;
  if (!failed && !poor) return {};
  record.grade = Grade::kTuyetMat;
  record.provenance["grade"] = failed ? "unread page" : "poor scan";
  return {kGradeUnsure, "page 1", failed ? "not read, may bear a stamp" : "poorly read, may bear a stamp"};
}

}  // namespace

std::string make_file_id(const std::string& path) {
  const XXH128_hash_t hash = XXH3_128bits(path.data(), path.size());
  return fmt::format("f-{:016x}{:016x}", hash.high64, hash.low64);
}

void apply_sidecar(const std::filesystem::path& sidecar, ReadDocument& document) {
  std::ifstream in(sidecar, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  apply_given(parse_object(bytes, sidecar.filename().string()), "sidecar", document);
}

ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                       OcrReader& ocr) {
  ExtractedText text = extract_in_child(extract_program(self), file.file, limits);
  OcrPages pages = ocr.read(file.file, text);
  return make_document(std::move(text), std::move(pages), file);
}

ReadDocument make_document(ExtractedText text, OcrPages pages, const SourceFile& file) {
  const bool letter = is_letter(text);
  const LetterHead head = letter ? take_letter_head(text) : LetterHead{};
  ReadDocument document{{}, std::move(text.warnings), pages.retry};
  Record& record = document.record;
  take_metadata(read_metadata(text.pages), document);
  if (letter) tell_doubts(apply_letter_head(head, record, text.pages), document);
  if (const Warning unsure = doubt_grade(pages, record); !unsure.code.empty())
    document.warnings.push_back(unsure);
  record.ocr_pages = std::move(pages.read);
  record.poor_pages = std::move(pages.poor);
  record.pages = std::move(text.pages);
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = std::move(text.format);
  record.id = make_file_id(file.born.empty() ? file.path : file.born);
  if (!file.sidecar.empty()) apply_sidecar(file.sidecar, document);
  finish(document);
  return document;
}

}  // namespace vankien
