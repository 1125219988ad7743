#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "clj/base/checksum.h"
#include "clj/base/file.h"
#include "clj/base/packed_memory.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"
#include "format.h"
#include "sharing.h"

namespace clj::image {

namespace {

// Past the slots: where an object's raw bytes begin.
char* raw_bytes(Object* object) { return reinterpret_cast<char*>(object->slot_array() + object->slot_count()); }

bool is_mutable(const Object* object) { return info(object->kind).flags & kMutable; }

// What a lookup in a map reads before it has the value.
bool is_read_by_lookups(const Object* object) {
  switch (object->kind) {
    case Kind::kHashMap:
    case Kind::kHashMapNode:
    case Kind::kHashArrayNode:
    case Kind::kHashCollisionNode:
    case Kind::kString:
    case Kind::kSymbol: return true;
    default: return false;
  }
}

class Writer {
 public:
  Writer(RootSpan roots, const ColdSlots& cold, std::string& image, std::string& error)
      : roots_(roots), cold_slots_(cold), image_(image), error_(error) {}

  bool run() {
    gc::collect(true);
    find_objects();
    share();
    place();
    if (!copy_objects()) return false;
    write_roots();
    write_metadata();
    write_header();
    return pack();
  }

 private:
  // The objects, those that are not cold first; of the cold ones, what one slot leads to without another one stays
  // together, in the order of the slots.
  void find_objects() {
    std::vector<Value> values;
    for (Value* slot : cold_slots_) values.push_back(std::exchange(*slot, Value::nil()));
    objects_ = reachable();
    std::unordered_set<const Object*> known(objects_.begin(), objects_.end());
    std::vector<Object*> open;
    auto add = [&](Object* object) {
      if (!known.insert(object).second) return;
      objects_.push_back(object);
      cold_.insert(object);
      open.push_back(object);
    };
    for (Value value : values) {
      if (value.is_object()) add(value.as_object());
      // A table's nodes and keys lie together, before its values: a lookup unpacks their chunk alone.
      for (size_t next = 0; next < open.size(); ++next) {
        Object* object = open[next];
        for (uint64_t i = 0; is_read_by_lookups(object) && i < object->slot_count(); ++i) {
          Value slot = object->slot_array()[i];
          if (slot.is_object() && is_read_by_lookups(slot.as_object())) add(slot.as_object());
        }
      }
      while (!open.empty()) {
        Object* object = open.back();
        open.pop_back();
        for (uint64_t i = 0; i < object->slot_count(); ++i) {
          if (object->slot_array()[i].is_object()) add(object->slot_array()[i].as_object());
        }
      }
    }
    // In reverse, as a slot may be given twice.
    for (size_t i = values.size(); i-- > 0;) *cold_slots_[i] = values[i];
    for (Object* object : reachable()) add(object);
  }

  std::vector<Object*> reachable() const {
    std::vector<Object*> found;
    gc::visit_reachable(
        roots_.begin, roots_.count,
        [](void* context, Object* object) { static_cast<std::vector<Object*>*>(context)->push_back(object); }, &found);
    return found;
  }

  // Leaves only the objects that are written.
  void share() {
    std::erase_if(objects_, [this](Object* object) { return sharing_.canonical(object) != object; });
  }

  void place() {
    auto cold = std::stable_partition(objects_.begin(), objects_.end(),
                                      [this](Object* object) { return cold_.count(object) == 0; });
    std::stable_partition(objects_.begin(), cold, [](Object* object) { return !is_mutable(object); });
    objects_offset_ = round_up(sizeof(Header) + roots_.count * sizeof(Value), kPage);
    size_t at = objects_offset_;
    offsets_.reserve(objects_.size());
    auto place_all = [&](auto from, auto to) {
      for (; from != to; ++from) {
        offsets_.emplace(*from, at);
        at += round_up(gc::object_bytes(*from), gc::kGranule);
      }
      at = round_up(at, kPage);
    };
    place_all(objects_.begin(), cold);
    hot_end_ = at;
    cold_offset_ = objects_offset_ + round_up(at - objects_offset_, kChunk);
    at = cold_offset_;
    place_all(cold, objects_.end());
    objects_bytes_ = at - objects_offset_;
    metadata_offset_ = at;
    image_.assign(round_up(metadata_offset_ + objects_bytes_ / gc::kGranule + 8, kPage), '\0');
  }

  Value moved(Value v) {
    return v.is_object() ? Value::from_bits(kImageBase + offsets_.at(sharing_.canonical(v.as_object()))) : v;
  }

  bool copy_objects() {
    for (Object* original : objects_) {
      size_t offset = offsets_.at(original);
      auto* copy = reinterpret_cast<Object*>(image_.data() + offset);
      std::memcpy(static_cast<void*>(copy), original, gc::object_bytes(original));
      copy->set_flag(kFlagOld);
      copy->clear_flag(kFlagFinalizer);
      Value* slots = copy->slot_array();
      for (uint64_t i = 0; i < copy->slot_count(); ++i) slots[i] = moved(slots[i]);
      if (!(info(copy->kind).flags & kNative)) continue;
      if (const Hook& hook = hook_of(copy->kind); hook.prepare) {
        hook.prepare(copy, kImageBase + offset, original);
        continue;
      }
      const char* end = reinterpret_cast<char*>(copy) + gc::object_bytes(original);
      if (std::any_of(static_cast<const char*>(raw_bytes(copy)), end, [](char c) { return c != 0; })) {
        error_ = std::string("An object of kind ") + info(copy->kind).name +
                 " with native state is reachable from the roots and cannot be part of a boot image: " +
                 path_to(original);
        return false;
      }
    }
    return true;
  }

  // "Kind \"text\" <- Kind …": a chain of references to the object, for the error message.
  std::string path_to(Object* object) const {
    std::string path;
    for (int depth = 0; depth < 12 && object; ++depth) {
      if (depth > 0) path += " <- ";
      path += info(object->kind).name;
      path += name_in(object);
      Object* referrer = nullptr;
      for (Object* candidate : objects_) {
        const Value* slots = candidate->slot_array();
        uint64_t count = candidate->slot_count();
        if (std::find(slots, slots + count, Value::object(object)) == slots + count) continue;
        referrer = candidate;
        break;
      }
      object = referrer == object ? nullptr : referrer;
    }
    return path;
  }
  // The first text among an object's slots.
  static std::string name_in(Object* object) {
    for (uint64_t i = 0; i < object->slot_count(); ++i) {
      Value v = object->slot_array()[i];
      if (is_kind(v, Kind::kString)) return " \"" + to_utf8(v) + "\"";
      if (is_kind(v, Kind::kSymbol)) return " " + symbol_text(v);
    }
    return "";
  }

  void write_roots() {
    auto* out = reinterpret_cast<Value*>(image_.data() + sizeof(Header));
    for (size_t i = 0; i < roots_.count; ++i) out[i] = moved(roots_.begin[i]);
  }

  void write_metadata() {
    char* metadata = image_.data() + metadata_offset_;
    for (Object* object : objects_) {
      size_t first = (offsets_.at(object) - objects_offset_) / gc::kGranule;
      size_t last = first + round_up(gc::object_bytes(object), gc::kGranule) / gc::kGranule - 1;
      metadata[first] |= gc::kMetaStart;
      metadata[last] |= gc::kMetaEnd;
    }
  }

  void write_header() {
    auto* header = reinterpret_cast<Header*>(image_.data());
    std::memcpy(header->magic, kMagic, sizeof kMagic);
    header->layout = layout_fingerprint();
    header->natives = natives_fingerprint();
    header->base = kImageBase;
    header->bytes = image_.size();
    header->root_count = roots_.count;
    header->objects_offset = objects_offset_;
    header->objects_bytes = objects_bytes_;
    header->metadata_offset = metadata_offset_;
    header->hot_end = hot_end_;
    header->cold_offset = cold_offset_;
    header->cold_bytes = metadata_offset_ - cold_offset_;
  }

  // From the mapped layout to the file's.
  bool pack() {
    std::string mapped = std::move(image_);
    image_ = mapped.substr(0, hot_end_);
    size_t cold_metadata = metadata_offset_ + (cold_offset_ - objects_offset_) / gc::kGranule;
    image_.append(mapped, metadata_offset_, cold_metadata - metadata_offset_);
    std::vector<std::string> chunks;
    for (size_t at = 0, cold_bytes = metadata_offset_ - cold_offset_; at < cold_bytes; at += kChunk) {
      size_t bytes = std::min(kChunk, cold_bytes - at);
      const char* metadata = mapped.data() + cold_metadata + metadata_bytes_of(at);
      std::string& chunk = chunks.emplace_back(mapped, cold_offset_ + at, bytes);
      convert_chunk(chunk.data(), metadata, bytes, kImageBase + cold_offset_ + at, Pointers::kRelative);
      chunk.append(metadata, metadata_bytes_of(bytes));
    }
    std::string packed = pack_chunks(chunks.data(), chunks.size());
    if (packed.empty() && !chunks.empty()) {
      error_ = "The cold part of the boot image could not be compressed.";
      return false;
    }
    image_ += packed;
    image_.resize(round_up(image_.size(), kPage), '\0');
    auto* header = reinterpret_cast<Header*>(image_.data());
    header->file_bytes = image_.size();
    header->packed_bytes = packed.size();
    header->checksum = xxh3_64(image_.data() + kChecksumFrom, image_.size() - kChecksumFrom);
    return true;
  }

  const RootSpan roots_;
  const ColdSlots& cold_slots_;
  std::string& image_;
  std::string& error_;
  std::vector<Object*> objects_;  // all of them stay reachable from the roots meanwhile
  std::unordered_set<const Object*> cold_;
  Sharing sharing_;
  std::unordered_map<const Object*, size_t> offsets_;
  size_t objects_offset_ = 0, objects_bytes_ = 0, metadata_offset_ = 0, hot_end_ = 0, cold_offset_ = 0;
};

}  // namespace

RootSpan runtime_roots() { return {reinterpret_cast<Value*>(&roots), sizeof(Roots) / sizeof(Value)}; }

bool make_image(RootSpan roots, const ColdSlots& cold, std::string& image, std::string& error) {
  return Writer(roots, cold, image, error).run();
}

bool write_image(const std::string& path, RootSpan roots, const ColdSlots& cold, std::string& error) {
  std::string image;
  if (!make_image(roots, cold, image, error)) return false;
  if (write_file(path, image)) return true;
  error = path + ": the boot image could not be written: " + std::strerror(errno);
  return false;
}

}  // namespace clj::image
