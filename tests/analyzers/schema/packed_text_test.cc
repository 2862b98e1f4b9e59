// 1. What is packed unpacks to the same bytes, whatever they are.
// 2. Short text of offices takes less than half of its bytes.
// 3. Bytes that were cut, prolonged or changed are refused or give other text; they never ask for memory they do not hold.
// 4. Threads pack and unpack side by side.

#include "analyzers/schema/packed_text.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

namespace vankien {
namespace {

std::string random_bytes(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes.push_back(static_cast<char>(random()));
  return bytes;
}

std::vector<std::string> texts() {
  return {"",
          std::string(1, '\0'),
          R"({"id":"a","grade":"mat"})",
          "Căn cứ Điều lệ Đảng;\n\f2. Nhiệm vụ, giải pháp",
          random_bytes(3'000, 1),
          std::string(3'000'000, 'x'),
          random_bytes(300'000, 2) + std::string(300'000, 'y')};
}

TEST(PackedText, GivesBackEveryByte) {
  for (const std::string& text : texts()) EXPECT_EQ(unpack(pack(text)), text);
}

TEST(PackedText, MakesShortTextsShort) {
  const std::string text =
      R"({"id":"a-1","symbol":"31-KL/TU","type":"Kết luận","issuer":"Tỉnh ủy","date":"2024-02-01","grade":"open","format":"docx",)"
      R"("provenance":{"date":"letterhead","grade":"no stamp","symbol":"letterhead","type":"letterhead"}})";
  EXPECT_LT(pack(text).size() * 2, text.size());
}

TEST(PackedText, RefusesWhatIsCutOrProlonged) {
  for (const std::string& text : texts()) {
    const std::string packed = pack(text);
    for (const std::size_t length : {std::size_t{0}, std::size_t{3}, packed.size() / 2, packed.size() - 1})
      EXPECT_THROW(unpack(packed.substr(0, length)), std::runtime_error) << text.size() << " " << length;
    EXPECT_THROW(unpack(packed + "?"), std::runtime_error);
    EXPECT_THROW(unpack(packed + pack("more")), std::runtime_error);
  }
}

TEST(PackedText, HoldsAgainstChangedBytes) {
  const std::string packed = pack("Căn cứ Quy định số 31-QĐ/TU của Ban Thường vụ về công tác cán bộ");
  for (std::size_t i = 0; i < packed.size(); ++i)
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = packed;
      changed[i] = static_cast<char>(byte);
      try {
        EXPECT_LE(unpack(changed).size(), packed.size() * 32'768);
      } catch (const std::runtime_error&) {
      }
    }
}

TEST(PackedText, ServesThreadsSideBySide) {
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < wrong.size(); ++i)
    threads.emplace_back([&wrong, i] {
      for (unsigned round = 0; round < 200; ++round) {
        const std::string text = random_bytes(round * 10, i * 1000 + round) + "Ban Thường vụ Tỉnh ủy";
        if (unpack(pack(text)) != text) ++wrong[i];
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace vankien
