#include "clj/linker/signature.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "clj/bytecode/signature_block.h"

namespace clj::linker {
namespace {

using bytecode::SignatureBlock;

constexpr std::string_view kPublic = "cljc-public ", kSecret = "cljc-secret ";
static_assert(sizeof(SignatureBlock::public_key) == crypto_sign_PUBLICKEYBYTES &&
              sizeof(SignatureBlock::signature) == crypto_sign_BYTES);

std::string hexadecimal(const unsigned char* bytes, size_t count) {
  std::string text(2 * count + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, count);
  text.pop_back();
  return text;
}

// The keys of that kind among the lines of a text.
std::vector<std::string> keys_in(std::string_view text, std::string_view kind, size_t bytes) {
  std::vector<std::string> keys;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with(kind)) continue;
    std::string key(bytes, '\0');
    line.remove_prefix(kind.size());
    size_t written = 0;
    bool whole = sodium_hex2bin(reinterpret_cast<unsigned char*>(key.data()), bytes, line.data(), line.size(), nullptr,
                                &written, nullptr) == 0;
    if (whole && written == bytes && line.size() == 2 * bytes) keys.push_back(key);
  }
  return keys;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

KeyPair make_key_pair() {
  unsigned char public_key[crypto_sign_PUBLICKEYBYTES], secret_key[crypto_sign_SECRETKEYBYTES];
  if (sodium_init() < 0) return {};
  crypto_sign_keypair(public_key, secret_key);
  KeyPair pair{std::string(kSecret) + hexadecimal(secret_key, sizeof secret_key) + "\n",
               std::string(kPublic) + hexadecimal(public_key, sizeof public_key) + "\n"};
  sodium_memzero(secret_key, sizeof secret_key);
  return pair;
}

std::string sign(std::string_view file, std::string_view key_text, std::string& signed_file) {
  std::vector<std::string> keys = keys_in(key_text, kSecret, crypto_sign_SECRETKEYBYTES);
  if (keys.empty() || sodium_init() < 0) return "the key file has no line \"cljc-secret …\" with 128 hexadecimal digits";
  std::string_view contents = bytecode::without_signature(file);
  SignatureBlock block;
  crypto_sign_ed25519_sk_to_pk(block.public_key, bytes_of(keys[0]));
  crypto_sign_detached(block.signature, nullptr, bytes_of(contents), contents.size(), bytes_of(keys[0]));
  std::memcpy(block.magic, bytecode::kSignatureMagic, sizeof block.magic);
  signed_file = contents;
  signed_file.append(reinterpret_cast<const char*>(&block), sizeof block);
  return "";
}

std::string verify_signature(std::string_view file, std::string_view key_text, std::string& signer) {
  std::vector<std::string> keys = keys_in(key_text, kPublic, crypto_sign_PUBLICKEYBYTES);
  if (keys.empty() || sodium_init() < 0) return "the key file has no line \"cljc-public …\" with 64 hexadecimal digits";
  SignatureBlock block;
  if (!bytecode::read_signature_block(file, block)) return "the file is not signed";
  signer = hexadecimal(block.public_key, sizeof block.public_key);
  auto is_signer = [&](const std::string& key) { return std::memcmp(key.data(), block.public_key, key.size()) == 0; };
  if (std::none_of(keys.begin(), keys.end(), is_signer)) return "the file is signed with another key: " + signer;
  std::string_view contents = bytecode::without_signature(file);
  if (crypto_sign_verify_detached(block.signature, bytes_of(contents), contents.size(), block.public_key) != 0) {
    return "the signature does not match: the file was changed after it was signed";
  }
  return "";
}

}  // namespace clj::linker
