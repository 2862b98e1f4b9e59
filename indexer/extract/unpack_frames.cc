#include "indexer/extract/unpack_frames.h"

#include <cstdint>

#include "indexer/extract/extract.h"

namespace vankien {
namespace {

constexpr std::size_t kHead = 5;

std::size_t length_of(std::string_view head) {
  std::size_t length = 0;
  for (std::size_t i = kHead; i-- > 1;) length = length << 8 | static_cast<unsigned char>(head[i]);
  return length;
}

}  // namespace

std::string to_frame(FrameKind kind, std::string_view payload) {
  std::string frame(1, static_cast<char>(kind));
  for (std::size_t i = 0, length = payload.size(); i + 1 < kHead; ++i, length >>= 8)
    frame += static_cast<char>(length & 0xFF);
  return frame.append(payload);
}

void FrameReader::feed(std::string_view bytes) {
  constexpr std::string_view kKinds = "TMDmFNE.";
  pending_ += bytes;
  std::size_t at = 0;
  while (pending_.size() - at >= kHead) {
    const std::string_view rest = std::string_view(pending_).substr(at);
    const std::size_t length = length_of(rest);
    if (kKinds.find(rest[0]) == std::string_view::npos || length > most_)
      throw ExtractError("crashed", "the unpacking process gave no sensible answer");
    if (rest.size() < kHead + length) break;
    take_(static_cast<FrameKind>(rest[0]), rest.substr(kHead, length));
    at += kHead + length;
  }
  pending_.erase(0, at);
}

}  // namespace vankien
