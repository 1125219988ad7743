#include "clj/linker/signature.h"

#include <catch2/catch.hpp>

#include "clj/bytecode/signature_block.h"

using namespace clj;

TEST_CASE("a signed file verifies with its key and with no other") {
  linker::KeyPair mine = linker::make_key_pair(), other = linker::make_key_pair();
  std::string signed_file, signer;
  REQUIRE(linker::sign("the file", mine.secret, signed_file) == "");
  CHECK(bytecode::without_signature(signed_file) == "the file");
  CHECK(linker::verify_signature(signed_file, mine.public_, signer) == "");
  CHECK(mine.public_.find(signer) != std::string::npos);
  CHECK(linker::verify_signature(signed_file, other.public_, signer).find("another key") != std::string::npos);
  CHECK(linker::verify_signature(signed_file, "# keys\r\n" + other.public_ + mine.public_, signer) == "");
  CHECK(linker::verify_signature("the file", mine.public_, signer) == "the file is not signed");
}

TEST_CASE("every changed bit of a signed file is noticed") {
  linker::KeyPair key = linker::make_key_pair();
  std::string signed_file, signer;
  REQUIRE(linker::sign("the file", key.secret, signed_file) == "");
  for (size_t i = 0; i < signed_file.size(); ++i) {
    std::string changed = signed_file;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(linker::verify_signature(changed, key.public_, signer) != "");
  }
}

TEST_CASE("signing again replaces the signature") {
  linker::KeyPair first = linker::make_key_pair(), second = linker::make_key_pair();
  std::string once, twice, signer;
  REQUIRE(linker::sign("the file", first.secret, once) == "");
  REQUIRE(linker::sign(once, second.secret, twice) == "");
  CHECK(twice.size() == once.size());
  CHECK(linker::verify_signature(twice, second.public_, signer) == "");
}

TEST_CASE("what is no key is refused") {
  linker::KeyPair key = linker::make_key_pair();
  std::string out, signer;
  for (const std::string& text : {std::string(), std::string("cljc-secret 12"), key.public_, key.secret.substr(0, 100),
                                  "cljc-secret " + std::string(128, 'x'), "cljc-secret " + std::string(256, 'a')}) {
    CHECK(linker::sign("x", text, out).find("cljc-secret") != std::string::npos);
    CHECK(linker::verify_signature("x", key.secret, signer).find("cljc-public") != std::string::npos);
  }
}
