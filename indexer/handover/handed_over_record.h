#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

#include "indexer/ledger/handed_over.h"
#include "indexer/pipeline/read_document.h"

namespace vankien {

/// Why a document that was handed over is not taken. Codes are those of API.md.
class HandoverError : public std::runtime_error {
 public:
  HandoverError(std::string code, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

/// The id of a document as it was given, "a" or 15; throws HandoverError (missing_document_id, invalid_document_id).
std::string read_handed_over_id(const nlohmann::ordered_json& fields);

/// A document with its grade decided, and what is indexed of it.
struct GradedDocument {
  HandedOver document;
  ReadDocument read;
};

/// Decides the grade of a document: the one given, else the one its text bears, else the one it had (`before`, for a
/// merge), else the clearance of the key: what nobody told the grade of must not be read by more people than the one
/// who brought it. Throws HandoverError (invalid_document_field, document_grade_above_clearance): also if a grade at
/// or below the clearance is given but the text is stamped higher.
GradedDocument grade_document(const std::string& id, const nlohmann::ordered_json& fields, Grade clearance,
                              const std::optional<HandedOver>& before);

/// What is indexed of a document whose grade was decided before. Throws HandoverError.
ReadDocument read_handed_over(const HandedOver& document);

}  // namespace vankien
