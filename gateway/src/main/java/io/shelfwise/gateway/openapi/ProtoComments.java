package io.shelfwise.gateway.openapi;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the protos say of each thing in them. Generated code has no comments; the contract's
 * descriptors have.
 */
final class ProtoComments {
  private static final String CONTRACT = "/shelfwise/contract.binpb";

  /**
   * Comments by file, and by the place in it: the numbers of fields and the indices on the way to
   * the thing.
   */
  private final Map<String, Map<List<Integer>, String>> comments = new HashMap<>();

  private ProtoComments(FileDescriptorSet contract) {
    for (FileDescriptorProto file : contract.getFileList()) {
      Map<List<Integer>, String> places = new HashMap<>();
      for (Location location : file.getSourceCodeInfo().getLocationList()) {
        if (location.hasLeadingComments()) {
          places.put(location.getPathList(), unwrapped(location.getLeadingComments()));
        }
      }
      comments.put(file.getName(), places);
    }
  }

  /** The comments of the contract that this was built with. */
  static ProtoComments ofContract() {
    try (InputStream contract = ProtoComments.class.getResourceAsStream(CONTRACT)) {
      if (contract == null) {
        throw new IllegalStateException(CONTRACT + " is not on the class path");
      }
      return new ProtoComments(FileDescriptorSet.parseFrom(contract));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of a thing; empty if nothing is. */
  String of(GenericDescriptor thing) {
    return comments
        .getOrDefault(thing.getFile().getName(), Map.of())
        .getOrDefault(place(thing), "");
  }

  private static List<Integer> place(GenericDescriptor thing) {
    return switch (thing) {
      case Descriptor message when message.getContainingType() != null ->
          below(
              message.getContainingType(),
              DescriptorProto.NESTED_TYPE_FIELD_NUMBER,
              message.getIndex());
      case Descriptor message ->
          List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, message.getIndex());
      case FieldDescriptor field ->
          below(field.getContainingType(), DescriptorProto.FIELD_FIELD_NUMBER, field.getIndex());
      case EnumDescriptor type when type.getContainingType() != null ->
          below(type.getContainingType(), DescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex());
      case EnumDescriptor type ->
          List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex());
      case EnumValueDescriptor value ->
          below(value.getType(), EnumDescriptorProto.VALUE_FIELD_NUMBER, value.getIndex());
      case ServiceDescriptor service ->
          List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, service.getIndex());
      case MethodDescriptor rpc ->
          below(rpc.getService(), ServiceDescriptorProto.METHOD_FIELD_NUMBER, rpc.getIndex());
      default -> List.of();
    };
  }

  private static List<Integer> below(GenericDescriptor parent, int field, int index) {
    List<Integer> place = new ArrayList<>(place(parent));
    place.add(field);
    place.add(index);
    return place;
  }

  /** The lines of a comment as one. */
  private static String unwrapped(String comment) {
    return comment.strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
