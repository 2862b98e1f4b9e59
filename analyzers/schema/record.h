#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"

namespace vankien {

/// One document as the archive knows it. Empty string = the field is not known, which is ordinary.
/// All text is valid UTF-8; title and body are the original's own letters, never rewritten.
struct Record {
  std::string id;      ///< unique in the archive, at most 200 bytes
  std::string title;   ///< trích yếu
  std::string symbol;  ///< canonical: 05-NQ/TU, 30/2020/NĐ-CP
  std::string type;    ///< thể loại: Nghị quyết, Quy định …
  std::string issuer;  ///< cơ quan ban hành: Tỉnh ủy Đông Giang
  std::string level;   ///< trung ương | tỉnh | huyện | xã | chi bộ
  std::string date;    ///< ngày ban hành, ISO: 2022-06-01; 2026-05 where the paper leaves the day blank
  std::string term;    ///< khóa XIII → "XIII"; nhiệm kỳ 2020-2025 → "2020-2025"
  std::string session;  ///< the meeting that adopted it: "4" = hội nghị lần thứ tư, "đại hội" = the congress
  Grade grade = Grade::kOpen;
  std::string path;                     ///< source's name and path below it: sample/tinh/05-nq-tu.docx
  std::string format;                   ///< txt | html | docx | pdf | jsonl
  std::vector<std::string> pages;       ///< the body, by page
  std::vector<std::size_t> ocr_pages;   ///< numbers, from 1, of pages read by OCR
  std::vector<std::size_t> poor_pages;  ///< hardly readable pictures, their words not to be trusted
  std::map<std::string, std::string>
      provenance;  ///< field → where its value came from: "letterhead", "record" …
  nlohmann::ordered_json extra =
      nlohmann::ordered_json::object();  ///< further fields of the source, kept as given
};

/// The pages joined by form feeds, as stored and as offsets count.
std::string join_pages(const std::vector<std::string>& pages);

/// The stored form: one line of JSON with all fields but the body, a line feed, the body.
/// Split so, because most answers need the fields and not the body.
std::string encode_record(const Record& record);

/// Views into a stored record; valid as long as the bytes are.
struct StoredRecord {
  std::string_view fields;  ///< JSON object
  std::string_view body;    ///< pages joined by form feeds
};
/// Throws std::runtime_error if the bytes were not written by encode_record.
StoredRecord split_record(std::string_view stored);

}  // namespace vankien
