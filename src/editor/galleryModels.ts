import cubicOfAUniform from '../../media/gallery/cubic-of-a-uniform.lvm';
import infiniteMixture from '../../media/gallery/infinite-mixture.lvm';
import infiniteMixtureUniform from '../../media/gallery/infinite-mixture-uniform.lvm';
import logisticComponents from '../../media/gallery/logistic-components.lvm';
import mixedFamilies from '../../media/gallery/mixed-families.lvm';
import threeBumps from '../../media/gallery/three-bumps.lvm';
import twoDimensionalLatent from '../../media/gallery/two-dimensional-latent.lvm';

/** The models of the gallery by file name, in the order in which a student meets them. Bundled: the web has no folders to list. */
export const galleryModels: Readonly<Record<string, string>> = {
  'three-bumps.lvm': threeBumps,
  'mixed-families.lvm': mixedFamilies,
  'logistic-components.lvm': logisticComponents,
  'cubic-of-a-uniform.lvm': cubicOfAUniform,
  'infinite-mixture.lvm': infiniteMixture,
  'infinite-mixture-uniform.lvm': infiniteMixtureUniform,
  'two-dimensional-latent.lvm': twoDimensionalLatent,
};
