let x: [UInt8] = PackageResources.vocabulary_yaml + PackageResources.roles_yaml
