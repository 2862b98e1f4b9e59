#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/relation.h"

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
  std::string place;   ///< địa bàn, as in indexer/metadata/place_field.h: Đông Giang, xã Tân Thuận
  std::string date;    ///< ngày ban hành, ISO: 2022-06-01; 2026-05 where the paper leaves the day blank
  std::string term;    ///< khóa XIII → "XIII"; nhiệm kỳ 2020-2025 → "2020-2025"
  std::string session;  ///< the meeting that adopted it: "4" = hội nghị lần thứ tư, "đại hội" = the congress
  std::string signer;    ///< who signed, without titles: Trần Quốc Khải
  std::string position;  ///< người ký's own office as printed: PHÓ CHÁNH VĂN PHÒNG
  std::string authority;  ///< in whose name or stead: T/M BAN THƯỜNG VỤ; TM. CHÍNH PHỦ, KT. THỦ TƯỚNG
  std::string urgency;                  ///< khẩn | thượng khẩn | hỏa tốc | hỏa tốc hẹn giờ
  std::string draft;                    ///< dự thảo | dự thảo lần 2
  std::vector<std::string> recipients;  ///< Kính gửi, then Nơi nhận; as printed, without "Như trên" and "Lưu"
  std::vector<std::string> fields;  ///< lĩnh vực: names as in indexer/metadata/work_fields.h
  std::vector<Relation> relations;  ///< in the order of the text, each once
  Grade grade = Grade::kOpen;
  std::string path;  ///< source's name and path below it: sample/tinh/05-nq-tu.docx
  std::vector<std::string>
      paths;  ///< all files with this very content, `path` among them; empty if it is the only one
  /// The source file that holds the record where `path` says another: an exported record, a document inside another
  /// file. Empty = path. Not among the stored fields: Slot::kSource has it.
  std::string source_file;
  std::string format;  ///< txt | html | docx | pdf | eml | jsonl | csv …
  // Of a document inside another file (a letter's attachment, a member of an archive), whose path goes on within:
  //   path sample/thu/moi-hop.eml/chuong-trinh.docx · parent sample/thu/moi-hop.eml · source_file the same
  std::string parent;                   ///< path of what it was directly in; empty for a file of its own
  std::string parent_id;                ///< id of that, if it is a document itself: a letter
  std::vector<std::string> pages;       ///< the body, by page
  std::vector<std::size_t> ocr_pages;   ///< numbers, from 1, of pages read by OCR
  std::vector<std::size_t> poor_pages;  ///< hardly readable pictures, their words not to be trusted
  std::map<std::string, std::string>
      provenance;  ///< field → where its value came from: "letterhead", "record" …
  std::map<std::string, std::string> certainty;  ///< field → "certain" | "likely" | "unsure"
  nlohmann::ordered_json extra =
      nlohmann::ordered_json::object();  ///< further fields of the source, kept as given
};

/// How its pages came to be text: "văn bản số" (none was a picture), "bản quét" (some were, and were read well),
/// "bản quét kém" (a page is hardly readable).
std::string_view scan_quality(const Record& record);

/// The pages joined by form feeds, as stored and as offsets count.
std::string join_pages(const std::vector<std::string>& pages);

/// The inverse: at least one page. Of pages that held form feeds themselves there are more than before.
std::vector<std::string> split_pages(std::string_view body);

/// The stored form: how many bytes the packed fields take (seven bits a byte, the lowest first, all but the last with the eighth set),
/// the packed fields, one JSON object with all but the body, and the packed body (analyzers/schema/packed_text.h).
/// Apart, because most answers need the fields and not the body.
std::string encode_record(const Record& record);

/// A text of a record as its stored fields have it: what is no UTF-8 is replaced.
std::string as_stored(const std::string& text);

/// Stored fields (StoredRecord::fields) of a document whose file moved from `from` to `to` and stands at all of `paths`
/// now: as encode_record would write them. A record that tells another path than `from` (an exported one) stays as it is.
/// Throws nlohmann::json::exception if the fields are damaged.
std::string replace_paths(std::string_view fields, const std::string& from, const std::string& to,
                          const std::vector<std::string>& paths);

/// What a stored record holds.
struct StoredRecord {
  std::string fields;  ///< JSON object
  std::string body;    ///< pages joined by form feeds
};
/// Each throws std::runtime_error if the bytes were not written by encode_record, as far as it looks at them.
StoredRecord split_record(std::string_view stored);
std::string stored_fields(std::string_view stored);
std::string stored_body(std::string_view stored);
/// Its relations, of the fields of a stored record. Those of a kind not known here are left out.
std::vector<Relation> stored_relations(const nlohmann::json& fields);

/// The same record with other fields.
std::string with_fields(std::string_view stored, std::string_view fields);

}  // namespace vankien
