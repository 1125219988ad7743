// Sharing: immutable objects that no program can tell apart are written to an image once.
//
// Strings, symbols, lists, vectors and maps of equal structure stand for one another. What the reader
// made for each of a thousand docstrings and arglists is then there once: a fifth of the image.
#pragma once
#include <string>
#include <unordered_map>

#include "clj/value/object.h"

namespace clj::image {

class Sharing {
 public:
  // The object that is written in place of this one; often the object itself.
  Object* canonical(Object* object);

 private:
  std::string structure(Object* object);

  std::unordered_map<std::string, Object*> by_structure_;
  std::unordered_map<const Object*, Object*> known_;
};

}  // namespace clj::image
